package dev.handoff.expectation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** {@code <any>}: there is a value, and it is not null. */
record AnyValue() implements Matcher {

    @Override
    public boolean matches(JsonNode value, Instant at) {
        return !value.isMissingNode() && !value.isNull();
    }

    @Override
    public String expected() {
        return "any value";
    }
}
