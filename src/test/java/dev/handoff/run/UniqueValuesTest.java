package dev.handoff.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.journal.RunMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UniqueValuesTest {

    private static final List<String> NAMES =
            List.of("unique.email", "unique.reference", "unique.uuid", "unique.number");

    @Test
    void every_value_of_every_scenario_is_another() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            UniqueValues values = new UniqueValues(RunMark.random());
            NAMES.forEach(name -> all.add(values.value(name).orElseThrow().toString()));
        }

        assertThat(all).hasSize(2000).doesNotHaveDuplicates();
    }

    @Test
    void each_value_stays_and_is_a_tracer() {
        UniqueValues values = new UniqueValues(RunMark.random());

        for (String name : NAMES) {
            String value = values.value(name).orElseThrow().toString();
            assertThat(values.value(name).orElseThrow()).hasToString(value);
            assertThat(values.tracers()).contains(value);
        }
        assertThat(values.tracers()).hasSize(NAMES.size());
    }

    @Test
    void values_have_their_usual_forms() {
        UniqueValues values = new UniqueValues(RunMark.random());

        assertThat(values.value("unique.email").orElseThrow().toString()).matches("h[a-z0-9]{17}@example\\.test");
        assertThat(values.value("unique.reference").orElseThrow().toString()).matches("REF-[A-Z0-9]{18}");
        assertThat(values.value("unique.number").orElseThrow())
                .isInstanceOf(Long.class)
                .asString()
                .hasSize(12);
    }

    @Test
    void a_fresh_uuid_is_another_each_time_and_no_tracer() {
        UniqueValues values = new UniqueValues(RunMark.random());
        Optional<Object> first = values.value("fresh.uuid");

        assertThat(values.value("fresh.uuid")).isPresent().isNotEqualTo(first);
        assertThat(values.tracers()).doesNotContain(first.orElseThrow().toString());
    }

    @Test
    void other_names_have_no_value() {
        UniqueValues values = new UniqueValues(RunMark.random());

        assertThat(values.value("unique.phone")).isEmpty();
        assertThat(values.value("email")).isEmpty();
    }
}
