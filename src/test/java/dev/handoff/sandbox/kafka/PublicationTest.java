package dev.handoff.sandbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.journal.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublicationTest {

    private static final Instant LAST_SEEN = Instant.parse("2026-01-01T00:00:00.100Z");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.200500Z");

    @Test
    void theBrokersTimeIsOneMillisecondWide() {
        assertThat(published("2026-01-01T00:00:00.150Z", true))
                .isEqualTo(between("2026-01-01T00:00:00.150Z", "2026-01-01T00:00:00.151Z"));
    }

    @Test
    void theBrokersTimeEndsNowAtTheLatest() {
        assertThat(published("2026-01-01T00:00:00.200Z", true))
                .isEqualTo(between("2026-01-01T00:00:00.200Z", NOW.toString()));
    }

    /** A producer that made its message early and published it late would make a mail seem to precede its event. */
    @Test
    void theProducersTimeOnlyTellsWhenItCanNotHaveBeenEarlier() {
        assertThat(published("2026-01-01T00:00:00.150Z", false))
                .isEqualTo(between("2026-01-01T00:00:00.150Z", NOW.toString()));
    }

    @Test
    void aTimeBeforeTheTopicWasLastReadToItsEndIsNotBelieved() {
        assertThat(published("2026-01-01T00:00:00.050Z", true)).isEqualTo(new Interval(LAST_SEEN, NOW));
        assertThat(published("2026-01-01T00:00:00.050Z", false)).isEqualTo(new Interval(LAST_SEEN, NOW));
    }

    @Test
    void aTimeToComeIsNotBelieved() {
        assertThat(published("2026-01-01T00:00:01Z", true)).isEqualTo(new Interval(LAST_SEEN, NOW));
    }

    @Test
    void aMessageWithoutATimeLiesBetweenTheLastReadingAndNow() {
        assertThat(Publication.of(-1, Optional.empty(), LAST_SEEN, NOW)).isEqualTo(new Interval(LAST_SEEN, NOW));
    }

    @Test
    void theBrokersTimeIsMovedByWhatItsClockDiffers() {
        BrokerSkew behind = new BrokerSkew(Duration.ofMillis(40), Duration.ofMillis(42));

        assertThat(Publication.of(
                        Instant.parse("2026-01-01T00:00:00.110Z").toEpochMilli(), Optional.of(behind), LAST_SEEN, NOW))
                .isEqualTo(between("2026-01-01T00:00:00.150Z", "2026-01-01T00:00:00.153Z"));
    }

    @Test
    void aMessageTellsTheSkewBetweenItsDepartureAndItsReceipt() {
        BrokerSkew skew = BrokerSkew.of(
                Instant.parse("2026-01-01T00:00:00.100500Z"),
                Instant.parse("2026-01-01T00:00:05.100Z"),
                Instant.parse("2026-01-01T00:00:00.103Z"));

        assertThat(skew).isEqualTo(new BrokerSkew(Duration.ofNanos(-5_000_500_000L), Duration.ofMillis(-4997)));
        assertThat(skew.inWords()).isEqualTo("5000.5 ms");
    }

    @Test
    void messagesTogetherTellMoreAndTheLaterOneAloneIfAClockWasSet() {
        BrokerSkew first = new BrokerSkew(Duration.ofMillis(-3), Duration.ofMillis(1));
        BrokerSkew second = new BrokerSkew(Duration.ofMillis(-1), Duration.ofMillis(4));
        BrokerSkew jumped = new BrokerSkew(Duration.ofMillis(50), Duration.ofMillis(52));

        assertThat(first.and(second)).isEqualTo(new BrokerSkew(Duration.ofMillis(-1), Duration.ofMillis(1)));
        assertThat(first.and(jumped)).isEqualTo(jumped);
    }

    private static Interval published(String timestamp, boolean byOurClock) {
        Optional<BrokerSkew> skew =
                byOurClock ? Optional.of(new BrokerSkew(Duration.ZERO, Duration.ZERO)) : Optional.empty();
        return Publication.of(Instant.parse(timestamp).toEpochMilli(), skew, LAST_SEEN, NOW);
    }

    private static Interval between(String earliest, String latest) {
        return new Interval(Instant.parse(earliest), Instant.parse(latest));
    }
}
