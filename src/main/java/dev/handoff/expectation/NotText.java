package dev.handoff.expectation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** {@code <not TEXT>}: a value, but not this one. */
record NotText(String text) implements Matcher {

    @Override
    public boolean matches(JsonNode value, Instant at) {
        return value.isValueNode() && !value.isNull() && !value.asText().equals(text);
    }

    @Override
    public String expected() {
        return "another value than " + text;
    }
}
