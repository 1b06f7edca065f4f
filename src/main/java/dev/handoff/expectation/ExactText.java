package dev.handoff.expectation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;

/** Exactly this text; of a list, its only member. */
record ExactText(String text) implements Matcher {

    @Override
    public boolean matches(JsonNode value, Instant at) {
        JsonNode single = value.isArray() && value.size() == 1 ? value.get(0) : value;
        return single.isTextual() && single.asText().equals(text);
    }

    @Override
    public String expected() {
        return Shown.value(TextNode.valueOf(text));
    }
}
