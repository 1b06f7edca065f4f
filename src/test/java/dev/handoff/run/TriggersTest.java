package dev.handoff.run;

import static dev.handoff.run.Bench.ENTRY;
import static dev.handoff.run.Bench.REFUND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.fault.DeliversTwice;
import dev.handoff.fault.EffectFault;
import dev.handoff.fault.IsKilled;
import dev.handoff.journal.Captured;
import dev.handoff.journal.FaultFired;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is planned for the moment in which an effect is captured. */
class TriggersTest {

    private final Bench bench = new Bench();
    private final List<Long> met = new ArrayList<>();
    private final Triggers triggers = new Triggers(bench.ours, bench.journal);

    private static EffectFault fault(boolean every) {
        return every ? new DeliversTwice("payments", "refund") : new IsKilled("Shop", "refund");
    }

    private void plan(boolean every) {
        triggers.plan(REFUND, fault(every), captured -> met.add(captured.index()));
    }

    @Test
    void is_done_before_the_capture_is_over_for_each_such_effect_of_this_scenario() {
        plan(true);
        Captured first = bench.effect(REFUND);
        assertThat(met).containsExactly(first.index());
        bench.effect(ENTRY);
        bench.effect(REFUND, bench.theirs);
        Captured second = bench.effect(REFUND);

        assertThat(met).containsExactly(first.index(), second.index());
        assertThat(bench.written.all(FaultFired.class))
                .extracting(FaultFired::captured)
                .containsExactlyElementsOf(met);
    }

    @Test
    void is_done_for_the_first_only_where_one_is_meant() {
        plan(false);
        bench.effect(REFUND);
        bench.effect(REFUND);

        assertThat(met).hasSize(1);
    }

    @Test
    void a_refused_attempt_meets_nothing() {
        plan(true);
        bench.refused(REFUND, "key");

        assertThat(met).isEmpty();
        assertThat(triggers.unmet()).containsExactly("payments delivers every refund twice");
    }

    @Test
    void what_fits_two_scenarios_meets_nothing() {
        plan(true);
        bench.text(REFUND, bench.ours + " " + bench.theirs);

        assertThat(met).isEmpty();
    }

    @Test
    void what_could_not_be_done_is_told() {
        triggers.plan(REFUND, fault(true), captured -> {
            throw new IllegalStateException("the broker is gone");
        });
        bench.effect(REFUND);

        assertThat(triggers.unmet()).isEmpty();
        assertThat(triggers.failures())
                .containsExactly("payments delivers every refund twice could not be carried out: the broker is gone");
    }

    @Test
    void nothing_is_done_after_the_end() {
        plan(true);
        triggers.close();
        bench.effect(REFUND);

        assertThat(met).isEmpty();
    }
}
