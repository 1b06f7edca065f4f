package dev.handoff.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever waits for the moment of a delivery is told of each, whatever became of it. */
class ListenersTest {

    private final Run run = new Run();
    private final String ours = run.scenario("ours");
    private final List<Captured> told = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void a_delivery_that_met_a_fault_is_announced_as_any_other(Disposition disposition) {
        run.journal.listen(told::add);
        Captured plain = run.journal.capture(refund(disposition));
        Captured faulted = run.journal.capture(refund(disposition), List.of(new FaultMet(ours, "never answers", true)));

        assertThat(told).containsExactly(plain, faulted);
    }

    @Test
    void so_is_one_of_which_its_system_dropped_a_field() {
        run.journal.listen(told::add);
        Captured faulted = run.journal.capture(
                refund(Disposition.ACCEPTED),
                Run.jsonOf("{\"id\": 1}"),
                List.of(new FaultMet(ours, "drops the field \"id\"", false)));

        assertThat(told).containsExactly(faulted);
    }

    @Test
    void so_is_one_that_stays_where_it_is() {
        run.journal.listen(told::add);
        Captured row = run.journal.captureLasting(refund(Disposition.ACCEPTED));

        assertThat(told).containsExactly(row);
    }

    @Test
    void whoever_is_told_finds_the_fault_on_record() {
        List<Long> met = new ArrayList<>();
        run.journal.listen(
                captured -> run.seen(ours).entries(FaultFired.class).forEach(fired -> met.add(fired.captured())));
        Captured faulted = run.journal.capture(
                refund(Disposition.UNCONFIRMED), List.of(new FaultMet(ours, "never answers", true)));

        assertThat(met).containsExactly(faulted.index());
    }

    @Test
    void whoever_listens_no_longer_is_told_nothing() {
        Consumer<Captured> listener = told::add;
        run.journal.listen(listener);
        run.journal.unlisten(listener);
        run.journal.capture(refund(Disposition.ACCEPTED), List.of(new FaultMet(ours, "never answers", true)));

        assertThat(told).isEmpty();
    }

    private Capture refund(Disposition disposition) {
        return new Capture(
                "payments",
                "refund",
                disposition,
                Optional.empty(),
                Optional.empty(),
                "POST /v1/refunds",
                Map.of(),
                Run.jsonOf("{\"correlation\": \"" + ours + "\"}"),
                0,
                null,
                null,
                null);
    }
}
