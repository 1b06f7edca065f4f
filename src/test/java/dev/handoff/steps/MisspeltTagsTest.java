package dev.handoff.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.expectation.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MisspeltTagsTest {

    @ParameterizedTest
    @CsvSource({
        "@recovry, @recovery",
        "@revocery, @recovery",
        "@error, @errors",
        "@stat, @state",
        "@Data, @data",
        "@atuh, @auth",
    })
    void a_tag_that_is_nearly_one_of_a_point_is_noticed(String tag, String meant) {
        assertThat(MisspeltTags.notices(List.of(scenario(7, tag))))
                .containsExactly(
                        "\nnotice: the tag " + tag + " of \"scenario 7\" names no integration point; did you mean \""
                                + meant + "\"? Known: @data @auth @errors @state @recovery\n  --> refunds.feature:7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"@data", "@recovery", "@author", "@serial", "@smoke", "@owner=data-team", "@epic=Data", "@static"
            })
    void any_other_tag_is_a_matter_of_its_own(String tag) {
        assertThat(MisspeltTags.notices(List.of(scenario(7, tag)))).isEmpty();
    }

    @Test
    void the_same_tag_is_noticed_once() {
        assertThat(MisspeltTags.notices(
                        List.of(scenario(7, "@recovry"), scenario(9, "@recovry"), scenario(11, "@erors"))))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("\nnotice: the tag @recovry of \"scenario 7\" and of 1 more names");
    }

    private static ScenarioText scenario(int line, String... tags) {
        return new ScenarioText(
                new Source("refunds.feature", line, "Scenario: x"),
                "Refunds",
                "scenario " + line,
                List.of(tags),
                List.of());
    }
}
