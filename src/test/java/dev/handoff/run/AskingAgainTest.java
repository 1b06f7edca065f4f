package dev.handoff.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever must be asked is asked soon after something happened, and then less and less often. */
class AskingAgainTest {

    private final AskingAgain askingAgain = new AskingAgain();

    @Test
    void pauses_grow_by_half_up_to_a_bound() {
        assertThat(Stream.generate(() -> askingAgain.after(7)).limit(3).map(Duration::toNanos))
                .containsExactly(4_000_000L, 6_000_000L, 9_000_000L);
        Stream.generate(() -> askingAgain.after(7)).limit(20).toList();

        assertThat(askingAgain.after(7)).isEqualTo(AskingAgain.LATEST);
    }

    @Test
    void something_new_makes_the_next_pause_short_again() {
        Stream.generate(() -> askingAgain.after(7)).limit(20).toList();

        assertThat(askingAgain.after(8)).isEqualTo(AskingAgain.SOONEST);
    }
}
