package dev.handoff.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.journal.JournalSettings;
import dev.handoff.journal.ToldClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkewOverTimeTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration ROUND_TRIP = Duration.ofNanos(400_000);

    private final Random random = new Random(7);
    private Instant now = START;
    private final SkewOverTime skew = SkewOverTime.measured(() -> now);

    /** The other clock loses so many millionths of the time. */
    private Instant theirs(Instant ours, int millionths) {
        return ours.minusNanos(Duration.between(START, ours).toNanos() * millionths / 1_000_000);
    }

    private SkewOverTime.Range measured(int millionths) {
        Duration exact = Duration.between(theirs(now, millionths), now);
        Duration before = Duration.ofNanos(random.nextLong(ROUND_TRIP.toNanos()));
        return new SkewOverTime.Range(
                exact.minus(before), exact.plus(ROUND_TRIP).minus(before));
    }

    @Test
    void theClockOfThisMachineIsReadAnewForEachTimeAndNeverMeasured() {
        ToldClock clock = new ToldClock(START);
        SkewOverTime ofThisMachine = SkewOverTime.ofThisMachine(clock.journal(JournalSettings.NONE));
        clock.is(120_000);

        assertThat(ofThisMachine.at(START))
                .as("the machine's clock was set back by two minutes since the run began")
                .contains(new SkewOverTime.Range(
                        Duration.ofMinutes(2), Duration.ofMinutes(2).plusNanos(1000)));
        assertThat(ofThisMachine.isDue()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, -100, 500, -500})
    void aClockThatDriftsIsFollowedThroughARunOfHours(int millionths) {
        skew.begin(measured(millionths));
        for (int second = 1; second <= 4 * 3600; second++) {
            now = START.plusSeconds(second);
            if (skew.isDue()) {
                skew.again(measured(millionths));
            }
            if (second <= 60) {
                continue;
            }
            for (int ago : new int[] {0, 1, 59}) {
                Instant happened = now.minusSeconds(ago);
                SkewOverTime.Range range = skew.at(theirs(happened, millionths)).orElseThrow();
                assertThat(theirs(happened, millionths).plus(range.least())).isBeforeOrEqualTo(happened);
                assertThat(theirs(happened, millionths).plus(range.most())).isAfterOrEqualTo(happened);
                assertThat(range.most().minus(range.least()))
                        .as("not wider than the drift of four minutes")
                        .isLessThan(Duration.ofMillis(3).plusNanos(Math.abs(millionths) * 240_000L));
            }
        }
    }

    @Test
    void whatHappenedLongAgoIsKnownAsRoughlyAsTheClockHasDriftedSince() {
        skew.begin(measured(500));
        for (int minute = 1; minute <= 30; minute++) {
            now = START.plusSeconds(60L * minute);
            skew.again(measured(500));
        }
        Instant happened = START.plusSeconds(5);
        SkewOverTime.Range range = skew.at(theirs(happened, 500)).orElseThrow();

        assertThat(theirs(happened, 500).plus(range.least())).isBeforeOrEqualTo(happened);
        assertThat(theirs(happened, 500).plus(range.most())).isAfterOrEqualTo(happened);
    }

    @Test
    void afterAGapOnlyWhatIsMeasuredAnewCounts() {
        skew.begin(new SkewOverTime.Range(Duration.ofSeconds(5), Duration.ofSeconds(6)));
        now = START.plusSeconds(90);
        SkewOverTime.Range anew = new SkewOverTime.Range(Duration.ofMillis(1), Duration.ofMillis(2));
        skew.begin(anew);

        assertThat(skew.at(now)).contains(anew);
    }

    @Test
    void itIsDueAMinuteAfterTheLastMeasurement() {
        assertThat(skew.isDue()).as("never measured: a canary does it").isFalse();
        skew.begin(measured(0));
        now = START.plusMillis(59_999);
        assertThat(skew.isDue()).isFalse();
        now = START.plusSeconds(60);
        assertThat(skew.isDue()).isTrue();
        skew.again(measured(0));
        assertThat(skew.isDue()).isFalse();
    }
}
