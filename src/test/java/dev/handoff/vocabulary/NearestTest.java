package dev.handoff.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> KNOWN = List.of("provider refund", "refund receipt", "ledger entry");

    @Test
    void a_slip_finds_the_word_that_was_meant() {
        assertThat(Nearest.to("provider refnd", KNOWN)).contains("provider refund");
        assertThat(Nearest.to("Ledger Enrty", KNOWN)).contains("ledger entry");
    }

    @Test
    void a_word_that_is_far_from_all_finds_none() {
        assertThat(Nearest.to("moon landing", KNOWN)).isEmpty();
        assertThat(Nearest.to("refund", List.of())).isEmpty();
    }

    @Test
    void a_hint_is_ready_to_be_put_at_the_end_of_a_message() {
        assertThat(Nearest.hint("ledger entri", KNOWN)).isEqualTo("; did you mean \"ledger entry\"?");
        assertThat(Nearest.hint("moon landing", KNOWN)).isEmpty();
    }

    @Test
    void letters_swapped_with_their_neighbour_are_one_slip() {
        assertThat(Nearest.distance("refudn", "refund")).isEqualTo(1);
        assertThat(Nearest.distance("", "abc")).isEqualTo(3);
        assertThat(Nearest.distance("MAIL", "mail")).isZero();
    }
}
