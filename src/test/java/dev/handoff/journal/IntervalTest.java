package dev.handoff.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class IntervalTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void an_interval_is_before_another_only_when_they_surely_do_not_overlap() {
        Interval early = new Interval(NOON, NOON.plusSeconds(1));

        assertThat(early.before(Interval.at(NOON.plusSeconds(2)))).isTrue();
        assertThat(early.before(Interval.at(NOON.plusSeconds(1)))).isFalse();
        assertThat(early.before(new Interval(NOON.plusMillis(500), NOON.plusSeconds(9))))
                .isFalse();
        assertThat(Interval.at(NOON).before(Interval.at(NOON))).isFalse();
    }

    @Test
    void an_interval_does_not_end_before_it_begins() {
        assertThatThrownBy(() -> new Interval(NOON, NOON.minusNanos(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ends before it begins");
    }
}
