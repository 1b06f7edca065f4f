package dev.handoff.expectation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;

/** Exactly this number, however many zeros follow its point. */
record ExactNumber(BigDecimal number) implements Matcher {

    @Override
    public boolean matches(JsonNode value, Instant at) {
        return value.isNumber() && value.decimalValue().compareTo(number) == 0;
    }

    @Override
    public String expected() {
        return number.toPlainString() + " (number)";
    }
}
