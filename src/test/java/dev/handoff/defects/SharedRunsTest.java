package dev.handoff.defects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SharedRunsTest {

    private static final KnownDefect REFUND_1 = defect("refund-1", "refund", false, "A", "B");
    private static final KnownDefect REFUND_2 = defect("refund-2", "refund", false, "C");
    private static final KnownDefect SIGNUP_1 = defect("signup-1", "signup", false, "K");
    private static final KnownDefect SIGNUP_2 = defect("signup-2", "signup", false, "L");

    @Test
    void a_run_carries_one_defect_of_each_workflow() {
        assertThat(runs(REFUND_1, REFUND_2, SIGNUP_1, SIGNUP_2))
                .containsExactly(List.of(REFUND_1, SIGNUP_1), List.of(REFUND_2, SIGNUP_2));
    }

    @Test
    void a_defect_that_disturbs_everybody_is_alone() {
        KnownDefect broker = defect("broker-lost", "delivery", true, "X");

        assertThat(runs(broker, REFUND_1, SIGNUP_1)).containsExactly(List.of(broker), List.of(REFUND_1, SIGNUP_1));
        assertThat(runs(REFUND_1, broker)).containsExactly(List.of(REFUND_1), List.of(broker));
    }

    @Test
    void a_scenario_that_is_red_under_both_keeps_two_defects_apart() {
        KnownDefect order = defect("order-1", "order", false, "Z", "B");

        assertThat(runs(REFUND_1, order)).containsExactly(List.of(REFUND_1), List.of(order));
    }

    @Test
    void each_has_a_run_of_its_own_if_that_is_wanted() {
        assertThat(SharedRuns.of(List.of(REFUND_1, SIGNUP_1), "each"))
                .containsExactly(List.of(REFUND_1), List.of(SIGNUP_1));
    }

    @Test
    void only_those_that_are_named_are_run() {
        List<KnownDefect> all = List.of(REFUND_1, REFUND_2, SIGNUP_1);

        assertThat(SharedRuns.of(all, "signup-1, refund-2")).containsExactly(List.of(SIGNUP_1, REFUND_2));
        assertThatThrownBy(() -> SharedRuns.of(all, "refund_1"))
                .hasMessageStartingWith("the catalogue has no defect \"refund_1\"; did you mean \"refund-1\"?");
    }

    private static List<List<KnownDefect>> runs(KnownDefect... defects) {
        return SharedRuns.of(List.of(defects), "");
    }

    private static KnownDefect defect(String name, String workflow, boolean alone, String caughtBy, String... alsoRed) {
        Map<String, String> more = new HashMap<>();
        List.of(alsoRed).forEach(scenario -> more.put(scenario, "missing effect: something"));
        return new KnownDefect(name, workflow, caughtBy, "missing effect: something", more, alone, "");
    }
}
