package dev.handoff.expectation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;

/** {@code > 10} and its kin: a number on one side of another. */
record Comparison(String operator, BigDecimal bound) implements Matcher {

    @Override
    public boolean matches(JsonNode value, Instant at) {
        if (!value.isNumber()) {
            return false;
        }
        int side = value.decimalValue().compareTo(bound);
        return switch (operator) {
            case ">" -> side > 0;
            case ">=" -> side >= 0;
            case "<" -> side < 0;
            default -> side <= 0;
        };
    }

    @Override
    public String expected() {
        return operator + " " + bound.toPlainString() + " (number)";
    }
}
