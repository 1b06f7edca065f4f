package dev.handoff.run;

import static dev.handoff.expectation.Said.atLeast;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.expectation.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowsTest {

    private static final Duration WINDOW = Duration.ofSeconds(3);

    @Test
    void statements_about_effects_have_the_window_that_they_state() {
        assertThat(Windows.longest(counts(WINDOW))).isEqualTo(WINDOW);
        assertThat(Windows.longest(new Statement.InOrder(List.of(), WINDOW))).isEqualTo(WINDOW);
        assertThat(Windows.longest(new Statement.Attempts(Bench.REFUND, 1, List.of(), null, WINDOW)))
                .isEqualTo(WINDOW);
        assertThat(Windows.longest(new Statement.Reaches("done", WINDOW))).isEqualTo(WINDOW);
    }

    @Test
    void statements_about_what_is_known_have_none() {
        assertThat(Windows.longest(new Statement.ResponseStatus(200))).isZero();
        assertThat(Windows.longest(new Statement.ResponseHas(List.of()))).isZero();
        assertThat(Windows.longest(new Statement.NotBefore(Bench.REFUND, "act")))
                .isZero();
        assertThat(Windows.longest(new Statement.NothingElse(List.of(counts(WINDOW)))))
                .isZero();
        assertThat(Windows.longest(new Statement.All(List.of()))).isZero();
    }

    @Test
    void several_statements_have_the_longest_of_their_windows() {
        Statement inner = new Statement.All(List.of(counts(WINDOW), counts(WINDOW.plusNanos(1))));

        assertThat(Windows.longest(new Statement.All(List.of(counts(Duration.ofSeconds(1)), inner, counts(WINDOW)))))
                .isEqualTo(WINDOW.plusNanos(1));
    }

    private static Statement counts(Duration window) {
        return new Statement.Counts(List.of(atLeast(1, Bench.REFUND)), window, false);
    }
}
