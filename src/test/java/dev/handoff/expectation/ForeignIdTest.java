package dev.handoff.expectation;

import static dev.handoff.expectation.History.REFUND;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignIdTest {

    private static final String NONE = "fits no scenario: nothing in it is a scenario's ID or key";

    private static String mark(History history) {
        return ForeignId.mark(history.look(9).strays().get(0));
    }

    private static History stray() {
        return History.begins().stray(1, REFUND);
    }

    @ParameterizedTest
    @CsvSource({
        "X-Correlation-Id, true",
        "correlationId, true",
        "traceparent, true",
        "request_id, true",
        "X-Request-Id, false",
        "X-Order, false"
    })
    void theHeaderThatCarriesAnotherIdIsNamed(String name, boolean isId) {
        assertThat(mark(stray().header(name, "c-1")))
                .isEqualTo(isId ? "fits no scenario: its " + name + " c-1 is no scenario's" : NONE);
    }

    @Test
    void theFieldThatCarriesAnotherIdIsNamedHoweverDeepItIs() {
        assertThat(mark(stray().body("{\"amount\": 1, \"meta\": {\"a\": {}, \"correlation_id\": \"c-1\"}}")))
                .isEqualTo("fits no scenario: its $.meta.correlation_id c-1 is no scenario's");
        assertThat(mark(stray().body("{\"correlation\": {\"id\": 7}, \"order\": \"A-1\"}")))
                .isEqualTo(NONE);
    }
}
