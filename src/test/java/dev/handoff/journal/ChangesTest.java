package dev.handoff.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of an effect that stays where it is. */
class ChangesTest {

    private final Run run = new Run();
    private final String ours = run.scenario("ours");

    private Captured row(String body) {
        return run.journal.captureLasting(
                Capture.effect("database", "order", "row 1", Map.of("row", "1"), Run.jsonOf(body)));
    }

    @Test
    void a_change_belongs_to_whoever_the_effect_belongs_to_and_is_no_second_one() {
        run.journal.learn(ours, "order_id", "A-100");
        Captured order = row("{\"order_id\":\"A-100\",\"status\":\"new\"}");
        Instant before = run.journal.lastChange(ours);
        run.journal.changed(order, order.at(), Run.jsonOf("{\"status\":\"paid\"}"));

        assertThat(run.effectsOf(ours)).containsExactly(order);
        assertThat(run.seen(ours).states(order))
                .extracting(state -> state.content().text())
                .containsExactly("{\"order_id\":\"A-100\",\"status\":\"new\"}", "{\"status\":\"paid\"}");
        assertThat(run.journal.lastChange(ours)).isAfter(before);
        assertThat(run.seen(ours).own()).hasAtLeastOneElementOfType(Changed.class);
    }

    @Test
    void a_change_is_the_scenarios_though_the_effect_was_claimed_after_it() {
        Captured order = row("{\"order_id\":\"A-100\",\"status\":\"new\"}");
        run.journal.changed(order, order.at(), Run.jsonOf("{\"status\":\"paid\"}"));
        assertThat(run.seen(ours).states(order)).hasSize(2);
        run.journal.learn(ours, "order_id", "A-100");

        assertThat(run.effectsOf(ours)).containsExactly(order);
        assertThat(run.seen(ours).states(order)).hasSize(2);
    }

    @Test
    void a_change_teaches_its_keys() {
        run.journal.learn(ours, "order_id", "A-100");
        Captured order = row("{\"order_id\":\"A-100\"}");
        run.journal.changed(order, order.at(), Run.jsonOf("{\"order_id\":\"A-100\",\"refund_id\":\"re_77\"}"));
        Captured refund = run.json("{\"refund_id\":\"re_77\"}");

        assertThat(run.effectsOf(ours)).containsExactly(order, refund);
    }

    @Test
    void what_is_gone_has_no_state_any_more() {
        run.journal.learn(ours, "order_id", "A-100");
        Captured order = row("{\"order_id\":\"A-100\"}");
        run.journal.changed(order, order.at(), null);

        assertThat(run.seen(ours).states(order)).containsExactly(order);
        assertThat(run.seen(ours).changesOf(order)).singleElement().matches(Changed::gone);
    }

    @Test
    void nothing_is_noted_of_what_nobody_who_runs_may_have_caused() {
        Captured order = row("{\"order_id\":\"A-100\"}");
        run.journal.endScenario(ours);
        run.scenario("later");
        run.journal.changed(order, order.at(), Run.jsonOf("{\"order_id\":\"A-101\"}"));

        assertThat(run.written).noneMatch(Changed.class::isInstance);
    }

    @Test
    void secrets_are_masked_in_what_an_effect_becomes() {
        Captured order = row("{\"order_id\":\"A-100\"}");
        run.journal.changed(order, order.at(), Run.jsonOf("{\"password\":\"hunter22\"}"));

        assertThat(run.bytes()).doesNotContain("hunter22").contains("\"entry\":\"changed\"");
        assertThat(List.copyOf(run.written)).hasAtLeastOneElementOfType(Changed.class);
    }
}
