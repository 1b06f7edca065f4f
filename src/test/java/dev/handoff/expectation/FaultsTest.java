package dev.handoff.expectation;

import static dev.handoff.expectation.History.NOTICE;
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
}
