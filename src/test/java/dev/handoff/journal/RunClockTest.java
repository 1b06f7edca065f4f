package dev.handoff.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RunClockTest {

    @Test
    void it_goes_on_from_the_wall_clock_as_the_monotonic_clock_does() {
        Instant start = Instant.parse("2026-03-01T10:00:00Z");
        AtomicLong nanos = new AtomicLong(5_000_000_000L);
        RunClock clock = new RunClock(Clock.fixed(start, ZoneOffset.UTC), nanos::get);
        assertThat(clock.now()).isEqualTo(start);

        nanos.addAndGet(1_500_000_999L);

        assertThat(clock.now()).isEqualTo(start.plusMillis(1_500));
    }
}
