package dev.handoff.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunMarkTest {

    private final RunMark run = new RunMark("3f9c21a");

    @Test
    void a_correlation_id_is_a_uuid_that_names_its_run() {
        String id = run.correlationId();

        assertThat(id).matches("48616e64-3f9c-821a-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(UUID.fromString(id).version()).isEqualTo(8);
        assertThat(UUID.fromString(id).variant()).isEqualTo(2);
        assertThat(RunMark.ofCorrelationId(id)).contains(run);
        assertThat(RunMark.ofCorrelationId(id.replace("-", ""))).contains(run);
    }

    @Test
    void marks_of_any_run_are_read_as_they_were_written() {
        for (int i = 0; i < 1000; i++) {
            RunMark any = RunMark.random();

            assertThat(RunMark.ofCorrelationId(any.correlationId())).contains(any);
            assertThat(RunMark.ofPlanted(any.uuid())).contains(any);
            assertThat(RunMark.ofPlanted(any.word() + "@example.test")).contains(any);
            assertThat(RunMark.ofPlanted("REF-" + any.word().toUpperCase(Locale.ROOT)))
                    .contains(any);
        }
    }

    @Test
    void no_id_and_no_word_comes_twice() {
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            all.add(run.correlationId());
            all.add(run.uuid());
            all.add(run.word());
        }

        assertThat(all).hasSize(30_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "member.h3f9c21ak7m2n9q4xp@example.test",
                "pi_REF-H3F9C21AK7M2N9Q4XP",
                "http://partner.test/cb?t=REF-H3F9C21AK7M2N9Q4XP",
                "706c616e-3f9c-821a-9d3e-0123456789ab"
            })
    void what_is_made_of_a_planted_value_names_its_run(String value) {
        assertThat(RunMark.ofPlanted(value)).contains(run);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.test",
                "h3f9c21ak7m2n9q4xp@example.org",
                "xh3f9c21ak7m2n9q4xp@example.test",
                "h3f9c21ak7m2n9q4xpz@example.test",
                "hk7q2m4x9pz@example.test",
                "REF-HK7Q2M4X9PZ",
                "REF-H3F9C21AK7M2N9Q4XPZ",
                "706c616e-3f9c-421a-9d3e-0123456789ab",
                "48616e64-3f9c-821a-9d3e-0123456789ab"
            })
    void what_no_run_planted_names_none(String value) {
        assertThat(RunMark.ofPlanted(value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "48616e64-3f9c-421a-9d3e-0123456789ab",
                "48616e65-3f9c-821a-9d3e-0123456789ab",
                "48616e64-3f9c-821a-cd3e-0123456789ab",
                "48616e64-3f9c-821a-9d3e-0123456789abc",
                "706c616e-3f9c-821a-9d3e-0123456789ab"
            })
    void an_id_that_no_run_made_names_none(String id) {
        assertThat(RunMark.ofCorrelationId(id)).isEmpty();
    }

    @Test
    void a_mark_has_seven_digits() {
        assertThatThrownBy(() -> new RunMark("3F9C21A")).hasMessageContaining("3F9C21A");
    }
}
