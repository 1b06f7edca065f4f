package dev.handoff.expectation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** {@code <absent>}: there is no such field. */
record Absent() implements Matcher {

    @Override
    public boolean matches(JsonNode value, Instant at) {
        return value.isMissingNode();
    }

    @Override
    public String expected() {
        return "no such field";
    }
}
