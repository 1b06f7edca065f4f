package dev.handoff.expectation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** {@code null}: the field is there and null. */
record ExactNull() implements Matcher {

    @Override
    public boolean matches(JsonNode value, Instant at) {
        return value.isNull();
    }

    @Override
    public String expected() {
        return "null";
    }
}
