package dev.handoff.expectation;

import static dev.handoff.expectation.History.NOTICE;
import static dev.handoff.expectation.History.PAYOUT;
import static dev.handoff.expectation.History.REFUND;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private final Faults faults = new Faults(History.begins()
            .effect(1, NOTICE)
            .fault(1, "answers 503")
            .effect(2, REFUND)
            .effect(3, NOTICE)
            .fault(3, "drops the connection")
            .effect(4, REFUND)
            .effect(5, NOTICE)
            .fault(5, "answers 500")
            .look(9));

    @Test
    void thoseThatCameBetweenTheFirstAndTheLastDeliveryAreNamed() {
        assertThat(faults.on(Set.of(7L, 10L)))
                .containsExactly("#9 +3.000 s  fault \"drops the connection\" of mail on #8");
    }

    @Test
    void thoseThatMetADeliveryAreNamedAndNoOthers() {
        assertThat(faults.on(Set.of(11L))).containsExactly("#12 +5.000 s  fault \"answers 500\" of mail on #11");
        assertThat(faults.on(Set.of(7L))).isEmpty();
        assertThat(faults.on(Set.of())).isEmpty();
    }

    @Test
    void whatMetTheNearestThingIsNamedBesideWhatIsMissing() {
        History history = History.begins()
                .action(0, "the refund")
                .effect(1, PAYOUT)
                .body("{\"amount\":2500}")
                .fault(1, "drops the field \"order\" silently");

        Verdict missing = Said.judge(
                Said.happens(Said.exactly(1, REFUND, "amount", "2500")),
                history.settled().look(10));

        assertThat(missing.findings().get(0).notes())
                .anyMatch(note -> note.endsWith("fault \"drops the field \"order\" silently\" of payments on #6"));
    }
}
