package dev.handoff.expectation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** {@code true} or {@code false}. */
record ExactBoolean(boolean truth) implements Matcher {

    @Override
    public boolean matches(JsonNode value, Instant at) {
        return value.isBoolean() && value.asBoolean() == truth;
    }

    @Override
    public String expected() {
        return truth + " (boolean)";
    }
}
