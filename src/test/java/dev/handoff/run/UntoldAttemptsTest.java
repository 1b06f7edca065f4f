package dev.handoff.run;

import static dev.handoff.run.Bench.ENTRY;
import static dev.handoff.run.Bench.LONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.journal.Capture;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Disposition;
import dev.handoff.journal.FaultMet;
import dev.handoff.journal.Message;
import dev.handoff.journal.Settlement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever was not told that a system took what it sent may send it once more, so that the scenario is not at rest. */
class UntoldAttemptsTest {

    private final Bench bench = new Bench();

    /** Guards against "exactly one" that is met while the application waits for an answer that never comes. */
    @Test
    void aScenarioIsNotAtRestWhileAnExchangeIsHeld() {
        Captured held = delivered(Disposition.UNCONFIRMED, 0, "k1", true);
        bench.quietPasses();

        assertThat(bench.assess()).isEqualTo(Settlement.OPEN);
        assertThat(bench.settling.pending()).containsExactly("#" + held.index() + " waits for its answer still");
    }

    @Test
    void theTimeForAnotherAttemptBeginsWhenTheCallerHangsUp() {
        Captured held = delivered(Disposition.UNCONFIRMED, 0, "k1", true);
        bench.quietPasses();
        Instant before = bench.journal.now();
        bench.journal.exchangeEnded(bench.ours, "ledger", held.index(), false, "the caller hung up");

        assertThat(bench.settling.notBefore(bench.glance())).isAfterOrEqualTo(before.plus(LONG));
        assertThat(bench.assess()).isEqualTo(Settlement.OPEN);
        assertThat(bench.settling.pending())
                .containsExactly("#" + held.index() + " was not answered and may be tried again");
    }

    @Test
    void whatWasAcceptedButAnsweredWithAnErrorMayBeTriedAgain() {
        Captured untold = delivered(Disposition.UNCONFIRMED, 500, "k1", false);

        assertThat(bench.settling.notBefore(bench.glance()))
                .isEqualTo(untold.at().plus(LONG));
    }

    @Test
    void anAnswerFromMemoryEndsIt() {
        delivered(Disposition.UNCONFIRMED, 500, "k1", false);
        Captured told = delivered(Disposition.REPLAYED, 201, "k1", false);

        assertThat(bench.settling.notBefore(bench.glance())).isBefore(told.at().plus(LONG));
        bench.settle();
    }

    @Test
    void anotherThatIsNotToldEitherDoesNotEndIt() {
        delivered(Disposition.REJECTED, 503, "k1", false);
        Captured untold = delivered(Disposition.UNCONFIRMED, 500, "k1", false);

        assertThat(bench.settling.notBefore(bench.glance()))
                .isEqualTo(untold.at().plus(LONG));
    }

    @Test
    void aLateAnswerThatReachedItsCallerLeavesNothingOpen() {
        Captured slow = delivered(Disposition.ACCEPTED, 201, "k1", true);
        bench.quietPasses();
        assertThat(bench.assess()).isEqualTo(Settlement.OPEN);
        bench.journal.exchangeEnded(bench.ours, "ledger", slow.index(), true, "answered 201");

        bench.settle();
    }

    /** Guards against "exactly one" that is met though the answer came after the caller had given up. */
    @Test
    void aLateAnswerThatNobodyHeardMayBeAskedForAgain() {
        Captured slow = delivered(Disposition.ACCEPTED, 201, "k1", true);
        bench.journal.exchangeEnded(bench.ours, "ledger", slow.index(), false, "the caller had hung up");

        assertThat(bench.settling.notBefore(bench.glance())).isAfter(slow.at().plus(LONG));
        Captured again = delivered(Disposition.REPLAYED, 201, "k1", false);
        assertThat(bench.settling.notBefore(bench.glance())).isBefore(again.at().plus(LONG));
    }

    private Captured delivered(Disposition disposition, int status, String key, boolean held) {
        Capture seen = Capture.effect(
                        ENTRY.system(),
                        ENTRY.name(),
                        "POST /ledger",
                        Map.of(),
                        Message.of(Map.of("X-Correlation-Id", List.of(bench.ours)), "application/json", "{}"))
                .answered(disposition, status, Message.EMPTY, key);
        return bench.journal.capture(seen, List.of(new FaultMet(bench.ours, "misbehaves", held)));
    }
}
