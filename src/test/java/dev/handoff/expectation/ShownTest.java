package dev.handoff.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {

    /** Guards, too, against a captured text that stops the judge because it looks like a broken cell. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "usd | usd",
                "25 | \"25\" (text)",
                "true | \"true\" (text)",
                "nothing | \"nothing\" (text)",
                "` a` | \" a\" (text)",
                "`` | \"\" (text)",
                "<any> | <any>",
                "<matches (> | <matches (>",
            })
    void aTextThatCouldBeMistakenIsInQuotes(String text, String shown) {
        assertThat(Shown.value(TextNode.valueOf(text))).isEqualTo(shown);
    }

    @Test
    void aListOrAnObjectIsShownAsItIs() throws Exception {
        assertThat(Shown.value(new ObjectMapper().readTree("[1, {\"a\": 2}]"))).isEqualTo("[1,{\"a\":2}]");
        assertThat(Shown.bare(new ObjectMapper().readTree("[1, {\"a\": 2}]"))).isEqualTo("[1,{\"a\":2}]");
        assertThat(Shown.bare(new ObjectMapper().readTree("\"25\""))).isEqualTo("25");
    }

    @Test
    void onlyWhatIsLongerThanALineIsCut() {
        String line = "x".repeat(120);
        assertThat(Shown.bare(line)).isEqualTo(line);
        assertThat(Shown.bare(line + "y")).isEqualTo(line + "… (cut, 121 characters)");
        assertThat(Shown.bare("one\n two")).isEqualTo("one ⏎ two");
    }

    @Test
    void wholeSecondsHaveNoFraction() {
        assertThat(Shown.duration(Duration.ofSeconds(10))).isEqualTo("10 s");
        assertThat(Shown.duration(Duration.ofMillis(1500))).isEqualTo("1.500 s");
    }
}
