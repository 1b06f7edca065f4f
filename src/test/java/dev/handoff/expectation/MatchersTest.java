package dev.handoff.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatchersTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "usd",
                "25",
                "\"25\"",
                "<any>",
                "<ABSENT>",
                "<matches a+>",
                "<contains a b>",
                "<date within 1 h>",
                "> 10",
                ">=10",
                "< -1.5",
                "<= 3",
                "<b>bold</b>",
                "<abc@example.org>",
                "1e5",
                "-0.5",
                "\"",
                "<",
                ">"
            })
    void knownCellsAreFine(String cell) {
        assertThatCode(() -> Matchers.check(cell)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<anything> | is unknown",
                "<Present> | is unknown",
                "< starts with a > | is unknown",
                "<contains> | lacks the text to be contained",
                "<matches> | lacks a regular expression",
                "<contains  > | lacks the text to be contained",
                "<matches  > | lacks a regular expression",
                "<date within  > | lacks a duration",
                "<matches (> | holds a broken regular expression (Unclosed group)",
                "<date within> | lacks a duration",
                "<date within soon> | holds no duration",
                "<date within 99999999999999999999 d> | holds no duration",
                "<date within 999999999999999999 d> | holds no duration",
            })
    void aCellThatIsNoneSaysWhatIsKnown(String cell, String reason) {
        assertThatThrownBy(() -> Matchers.check(cell))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the cell " + cell + " " + reason
                        + "; known are <any>, <absent>, <not TEXT>, <one of TEXT, TEXT>, <matches REGEX>,"
                        + " <contains TEXT>, <date within DURATION>, > 10, >= 10, < 10 and <= 10");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T10:00:00Z, true",
        "2026-03-01T09:00:00Z, true",
        "2026-03-01T11:00:00Z, true",
        "2026-03-01T12:00:00+01:00, true",
        "2026-03-01T08:59:59.999999Z, false",
        "2026-03-01T11:00:00.000001Z, false",
        "2026-03-01T10:00:00, false",
        "2026-03-01, false",
        "yesterday, false",
    })
    void aDateIsWithinADistanceOnEitherSideOfItsCapture(String date, boolean within) {
        assertThat(Matchers.of("<date within 1 h>").matches(JSON.textNode(date), NOW))
                .isEqualTo(within);
    }

    @ParameterizedTest
    @CsvSource({"10 ms, PT0.01S", "10 s, PT10S", "10 min, PT10M", "10m, PT10M", "10h, PT10H", "2 d, PT48H"})
    void durationsHaveUnits(String text, String duration) {
        assertThat(DateWithin.duration(text)).contains(java.time.Duration.parse(duration));
    }

    @Test
    void notIsAnyOtherValueThatIsThere() {
        Matcher other = Matchers.of("<not risk_ops>");
        assertThat(other.matches(JSON.textNode("risk_lead"), NOW)).isTrue();
        assertThat(other.matches(JSON.textNode("risk_ops"), NOW)).isFalse();
        assertThat(other.matches(JSON.nullNode(), NOW)).isFalse();
        assertThat(other.matches(JSON.missingNode(), NOW)).isFalse();
        assertThat(Matchers.masked("<not risk_ops>", value -> "masked-" + value))
                .isEqualTo("<not masked-risk_ops>");
    }

    @Test
    void oneOfIsAnyOfItsValues() {
        Matcher one = Matchers.of("<one of approved, rejected>");
        assertThat(one.matches(JSON.textNode("rejected"), NOW)).isTrue();
        assertThat(one.matches(JSON.textNode("reject"), NOW)).isFalse();
        assertThat(one.matches(JSON.nullNode(), NOW)).isFalse();
        assertThat(Matchers.of("<contains of the>").matches(JSON.textNode("end of the line"), NOW))
                .isTrue();
        assertThat(Matchers.masked("<one of a, b>", value -> "masked-" + value))
                .isEqualTo("<one of masked-a, masked-b>");
    }

    @Test
    void aNumberIsNoDate() {
        assertThat(Matchers.of("<date within 1 h>").matches(JSON.numberNode(NOW.getEpochSecond()), NOW))
                .isFalse();
    }

    @Test
    void nothingMatchesAMissingValueButAbsent() {
        for (String cell : List.of("<any>", "\"\"", "null", "0", "false", "<matches .*>", "<contains a>", "< 1")) {
            assertThat(Matchers.of(cell).matches(MissingNode.getInstance(), NOW))
                    .as(cell)
                    .isFalse();
        }
        assertThat(Matchers.of("<absent>").matches(MissingNode.getInstance(), NOW))
                .isTrue();
    }

    /** For random values: the cell that stands for a value fits it, and nothing of another type that reads the same. */
    @Test
    void theCellForAValueFitsItAndNothingOfAnotherType() {
        Random random = new Random(20260301);
        for (int i = 0; i < 20_000; i++) {
            Object value = value(random);
            String cell = Matchers.cellFor(value);
            Matcher matcher = Matchers.of(cell);
            JsonNode node = node(value);
            assertThat(matcher.matches(node, NOW)).as("%s for %s", cell, node).isTrue();
            assertThat(Matchers.cellFor(node)).as("as JSON: %s", node).satisfies(asJson -> assertThat(
                            Matchers.of(asJson).matches(node, NOW))
                    .isTrue());
            for (JsonNode other : likenesses(node)) {
                assertThat(matcher.matches(other, NOW))
                        .as("%s for %s of another type", cell, other)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "usd | usd",
                "`` | \"\"",
                "` a` | \" a\"",
                "25 | \"25\"",
                "true | \"true\"",
                "<any> | \"<any>\"",
                "<x> | \"<x>\"",
                "12\" | 12\"",
                "\"12 | \"\"12\"",
            })
    void theCellForATextIsInQuotesOnlyWhereItWouldNotStandForItself(String text, String cell) {
        assertThat(Matchers.cellFor(text)).isEqualTo(cell);
        assertThat(Matchers.of(cell)).isEqualTo(new ExactText(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "s3cret | masked-1",
                "\"s3cret\" | masked-1",
                "4242 | masked-2",
                "true | masked-3",
                "<contains s3cret> | <contains masked-1>",
                "<contains usd> | <contains usd>",
                "usd | usd",
                "\"25\" | \"25\"",
                "25 | 25",
                "<any> | <any>",
                "<matches s3cret> | <matches s3cret>",
                "> 4242 | > 4242",
            })
    void theCellForAMaskedValueIsMaskedWhereItGivesTheValue(String cell, String masked) {
        Map<String, String> secrets = Map.of("s3cret", "masked-1", "4242", "masked-2", "true", "masked-3");
        assertThat(Matchers.masked(cell, value -> secrets.getOrDefault(value, value)))
                .isEqualTo(masked);
    }

    @Test
    void aSingleQuoteStandsForItselfAndTheCellForNothingIsNull() {
        assertThat(Matchers.of("\"12")).isEqualTo(new ExactText("\"12"));
        assertThat(Matchers.cellFor(null)).isEqualTo("null");
        assertThat(Matchers.cellFor(JSON.nullNode())).isEqualTo("null");
    }

    private static Object value(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextBoolean();
            case 2 -> BigDecimal.valueOf(random.nextInt(), random.nextInt(12) - 4);
            case 3 -> random.nextDouble() * Math.pow(10, random.nextInt(40) - 20);
            case 4 ->
                pick(
                        random,
                        List.of(
                                "25",
                                "true",
                                "null",
                                "<any>",
                                "\"",
                                "\"\"",
                                "> 10",
                                " a ",
                                "",
                                "1e5",
                                "1E400",
                                "7e83920183746",
                                "<absent>",
                                "<x>",
                                "-1",
                                "007",
                                "\n",
                                "a\tb",
                                "\u00a0"));
            default -> text(random);
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(8); length > 0; length--) {
            text.append("<>\"' 0123456789.eE+-atrue\\n\n\tü".charAt(random.nextInt(30)));
        }
        return text.toString();
    }

    private static String pick(Random random, List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    private static JsonNode node(Object value) {
        if (value instanceof Boolean truth) {
            return JSON.booleanNode(truth);
        }
        return value instanceof Number
                ? JSON.numberNode(new BigDecimal(value.toString()))
                : JSON.textNode((String) value);
    }

    private static List<JsonNode> likenesses(JsonNode node) {
        List<JsonNode> others = new ArrayList<>(List.of(MissingNode.getInstance(), JSON.nullNode()));
        if (!node.isTextual()) {
            others.add(JSON.textNode(node.asText()));
            return others;
        }
        others.add(JSON.booleanNode(node.asText().strip().equals("true")));
        others.add(JSON.textNode(node.asText() + " "));
        try {
            others.add(JSON.numberNode(new BigDecimal(node.asText().strip())));
        } catch (NumberFormatException noNumber) {
            others.add(JSON.numberNode(0));
        }
        return others;
    }
}
