package dev.handoff.expectation;

import static dev.handoff.expectation.Said.atLeast;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementTest {

    private static final Duration WINDOW = Duration.ofSeconds(3);

    @Test
    void statements_about_effects_have_the_window_that_they_state() {
        assertThat(counts(WINDOW).within()).isEqualTo(WINDOW);
        assertThat(new Statement.InOrder(List.of(), WINDOW).within()).isEqualTo(WINDOW);
        assertThat(new Statement.Attempts(History.REFUND, 1, List.of(), null, WINDOW).within())
                .isEqualTo(WINDOW);
        assertThat(new Statement.Reaches("done", WINDOW).within()).isEqualTo(WINDOW);
    }

    @Test
    void statements_about_what_is_known_have_none() {
        assertThat(new Statement.ResponseStatus(200).within()).isZero();
        assertThat(new Statement.ResponseHas(List.of()).within()).isZero();
        assertThat(new Statement.NotBefore(History.REFUND, "act").within()).isZero();
        assertThat(new Statement.NothingElse(List.of(counts(WINDOW))).within()).isZero();
        assertThat(new Statement.All(List.of()).within()).isZero();
    }

    @Test
    void several_statements_have_the_longest_of_their_windows() {
        Statement inner = new Statement.All(List.of(counts(WINDOW), counts(WINDOW.plusNanos(1))));

        assertThat(new Statement.All(List.of(counts(Duration.ofSeconds(1)), inner, counts(WINDOW))).within())
                .isEqualTo(WINDOW.plusNanos(1));
    }

    private static Statement counts(Duration window) {
        return new Statement.Counts(List.of(atLeast(1, History.REFUND)), window, false);
    }
}
