package dev.handoff.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenamedTest {

    /** What is remarked on the first row's field. */
    private static Optional<String> remark(String json, String... rows) throws JsonProcessingException {
        return new Renamed(new ObjectMapper().readTree(json), Instant.EPOCH, Said.fields(rows))
                .remark(rows[0], Matchers.of(rows[1]));
    }

    @Test
    void theFieldThatHoldsTheExpectedValueIsNamed() throws Exception {
        assertThat(remark("{\"band\": \"high\", \"n\": 1}", "riskLevel", "high"))
                .contains("$.band holds the expected value: renamed?");
        assertThat(remark("{\"customer\": {\"mail\": \"ada@example.org\"}}", "$.customer.email", "ada@example.org"))
                .contains("$.customer.mail holds the expected value: renamed?");
        assertThat(remark("{\"total\": 2500}", "amount", "2500"))
                .contains("$.total holds the expected value: renamed?");
    }

    @Test
    void aSimilarNameWithAValueOfTheSameTypeIsNamedWithItsValue() throws Exception {
        assertThat(remark("{\"risk_score_band\": \"low\"}", "riskLevel", "high"))
                .contains("$.risk_score_band holds low: renamed?");
        assertThat(remark("{\"riskScore\": 7}", "riskLevel", "high")).isEmpty();
        assertThat(remark("{\"createdon\": \"x\"}", "createdOn", "<any>")).contains("$.createdon holds x: renamed?");
        assertThat(remark("{\"risk_flag\": true}", "riskFlag", "false"))
                .contains("$.risk_flag holds true (boolean): renamed?");
    }

    @Test
    void aWordOfManyNamesMakesNothingSimilar() throws Exception {
        assertThat(remark("{\"refund_id\": \"re_1\"}", "order_id", "A-100")).isEmpty();
    }

    @Test
    void ofSeveralTheOneOfASimilarNameIsMeantAndWithoutOneNone() throws Exception {
        assertThat(remark("{\"note\": \"high\", \"risk_band\": \"high\"}", "riskLevel", "high"))
                .contains("$.risk_band holds the expected value: renamed?");
        assertThat(remark("{\"note\": \"high\", \"band\": \"high\"}", "riskLevel", "high"))
                .isEmpty();
    }

    @Test
    void aFieldThatTheTableNamesIsNotMeant() throws Exception {
        assertThat(remark("{\"total\": 2500}", "amount", "2500", "$.total", "2500"))
                .isEmpty();
    }

    @Test
    void aValueThatManyFieldsHoldTellsNothing() throws Exception {
        assertThat(remark("{\"quantity\": 1}", "version", "1")).isEmpty();
        assertThat(remark("{\"active\": true}", "paid", "true")).isEmpty();
        assertThat(remark("{\"size\": \"M\"}", "grade", "M")).isEmpty();
    }

    @Test
    void aNumberOfTwoDigitsAndWhatFitsAnExpressionTell() throws Exception {
        assertThat(remark("{\"total\": 10}", "amount", "10")).contains("$.total holds the expected value: renamed?");
        assertThat(remark("{\"total\": 9}", "amount", "9")).isEmpty();
        assertThat(remark("{\"band\": \"high\"}", "riskLevel", "<matches h.*>"))
                .contains("$.band holds the expected value: renamed?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"x\" | <matches y> | x",
                "5 | <matches y> |",
                "\"x\" | <date within 1 h> | x",
                "5 | <date within 1 h> |",
                "5 | > 7 | 5 (number)",
                "\"x\" | > 7 |",
                "5 | 7 | 5 (number)",
                "\"x\" | 7 |",
                "true | false | true (boolean)",
                "\"x\" | false |",
                "{} | <any> | {}",
                "null | <any> |",
                "\"x\" | <absent> |",
            })
    void aSimilarNameNeedsAValueOfTheTypeThatIsExpected(String json, String cell, String shown) throws Exception {
        assertThat(remark("{\"risk_band\": " + json + "}", "riskLevel", cell))
                .isEqualTo(Optional.ofNullable(shown).map(value -> "$.risk_band holds " + value + ": renamed?"));
    }

    @Test
    void onlyTheLastPartOfAPathIsAName() throws Exception {
        assertThat(remark("{\"x\": {\"x_total\": \"low\"}}", "x.level", "high")).isEmpty();
        assertThat(remark("{\"_total\": \"low\"}", "_level", "high")).isEmpty();
    }

    @Test
    void onlyTheSameLevelIsLookedAt() throws Exception {
        assertThat(remark("{\"metadata\": {\"reference\": \"A-100\"}}", "order", "A-100"))
                .isEmpty();
        assertThat(remark("{\"reference\": \"A-100\"}", "metadata.order", "A-100"))
                .isEmpty();
    }

    @Test
    void aHeaderAMemberOfAListAndAnAbsenceAreNotRenamed() throws Exception {
        assertThat(remark("{\"source\": \"shop\"}", "header X-Source", "shop")).isEmpty();
        assertThat(remark("{\"tags\": [\"vip\"], \"tag\": \"vip\"}", "tags[1]", "vip"))
                .isEmpty();
        assertThat(remark("{\"risk_score\": 1}", "riskLevel", "<absent>")).isEmpty();
    }
}
