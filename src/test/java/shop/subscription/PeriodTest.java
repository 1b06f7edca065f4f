package shop.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private final Instant begun = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void aMonthEndsWhenTheNextBegins() {
        assertThat(Period.at(begun, after(Duration.ofDays(30).minusMillis(1)))).isEqualTo(1);
        assertThat(Period.at(begun, after(Duration.ofDays(30)))).isEqualTo(2);
        assertThat(Period.end(begun, 2)).isEqualTo(Instant.parse("2026-04-30T12:00:00Z"));
    }

    @Test
    void aDayThatHasBegunIsLeft() {
        assertThat(Period.daysLeft(begun, begun)).isEqualTo(30);
        assertThat(Period.daysLeft(begun, after(Duration.ofDays(10).plusHours(23))))
                .isEqualTo(20);
        assertThat(Period.daysLeft(begun, after(Duration.ofDays(30)))).isEqualTo(30);
    }

    private Instant after(Duration time) {
        return begun.plus(time);
    }
}
