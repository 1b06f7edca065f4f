package dev.handoff.sandbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.journal.Interval;
import java.time.Instant;
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
        assertThat(Publication.of(-1, false, LAST_SEEN, NOW)).isEqualTo(new Interval(LAST_SEEN, NOW));
    }

    private static Interval published(String timestamp, boolean byOurClock) {
        return Publication.of(Instant.parse(timestamp).toEpochMilli(), byOurClock, LAST_SEEN, NOW);
    }

    private static Interval between(String earliest, String latest) {
        return new Interval(Instant.parse(earliest), Instant.parse(latest));
    }
}
