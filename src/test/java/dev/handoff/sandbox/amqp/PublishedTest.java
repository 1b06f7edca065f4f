package dev.handoff.sandbox.amqp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.sandbox.SkewOverTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublishedTest {

    private static final Instant FENCED = Instant.ofEpochMilli(10_000);
    private static final Instant ARRIVED = Instant.ofEpochMilli(10_500);

    private final SkewOverTime clock = SkewOverTime.measured(() -> ARRIVED);
    private final Published published = new Published(Optional.of(clock));

    PublishedTest() {
        clock.begin(new SkewOverTime.Range(Duration.ofMillis(-3), Duration.ofMillis(2)));
    }

    @Test
    void aMessageWasNotPublishedBeforeItsPublisherSaysAsFarAsTheirClocksMayDiffer() {
        assertThat(earliest(10_400L)).isEqualTo(Instant.ofEpochMilli(10_397));
        assertThat(earliest("10400")).isEqualTo(Instant.ofEpochMilli(10_397));
    }

    @Test
    void whatTheTapKnowsItselfGoesBeforeAnEarlierTime() {
        assertThat(earliest(9_000L)).isEqualTo(FENCED);
    }

    @Test
    void aTimeAfterTheArrivalSaysNothing() {
        assertThat(earliest(10_504L)).isEqualTo(FENCED);
    }

    @Test
    void whatIsNoTimeSaysNothing() {
        assertThat(earliest("soon")).isEqualTo(FENCED);
        assertThat(earliest(Long.MAX_VALUE)).isEqualTo(FENCED);
        assertThat(published.earliest(Map.of(), FENCED, ARRIVED)).isEqualTo(FENCED);
        assertThat(published.earliest(null, FENCED, ARRIVED)).isEqualTo(FENCED);
    }

    @Test
    void aClockOfWhichNothingIsKnownSaysNothing() {
        assertThat(new Published(Optional.empty()).earliest(Map.of("timestamp_in_ms", 10_400L), FENCED, ARRIVED))
                .isEqualTo(FENCED);
    }

    private Instant earliest(Object said) {
        return published.earliest(Map.of("timestamp_in_ms", said), FENCED, ARRIVED);
    }
}
