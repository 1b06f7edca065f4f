package dev.handoff.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherUnitTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "25.00 | 2500 | 100 times the value",
                "2500 | 25.00 | 1/100 of the value",
                "1.234 | 1234 | 1000 times the value",
                "5 | 50.0 | 10 times the value",
                "-25 | -2500 | 100 times the value",
                "25 | \"2500\" | 100 times the value",
                "25 | \"25.0\" | the same number, but as text",
            })
    void aFactorThatLiesBetweenUnitsIsTold(String cell, String json, String remark) throws Exception {
        assertThat(OtherUnit.remark(Matchers.of(cell), new ObjectMapper().readTree(json)))
                .contains(remark);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "25 | 2501",
                "25 | 250000",
                "25 | -2500",
                "0 | 0.0",
                "0 | 100",
                "25 | 0",
                "25 | true",
                "25 | \"2500 USD\"",
                "25 | \"25e5000\"",
                "\"25\" | 2500",
                "> 25 | 2.5",
            })
    void anyOtherDifferenceIsNot(String cell, String json) throws Exception {
        assertThat(OtherUnit.remark(Matchers.of(cell), new ObjectMapper().readTree(json)))
                .isEmpty();
    }
}
