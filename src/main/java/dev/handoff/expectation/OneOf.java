package dev.handoff.expectation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** {@code <one of TEXT, TEXT>}: one of these values. */
record OneOf(List<String> texts) implements Matcher {

    static OneOf of(String list) {
        return new OneOf(Arrays.stream(list.split(",")).map(String::strip).toList());
    }

    @Override
    public boolean matches(JsonNode value, Instant at) {
        return value.isValueNode() && !value.isNull() && texts.contains(value.asText());
    }

    @Override
    public String expected() {
        return "one of " + String.join(", ", texts);
    }
}
