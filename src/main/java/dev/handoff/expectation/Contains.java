package dev.handoff.expectation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** {@code <contains TEXT>}: a text that has this part, or a list that has this member. */
record Contains(String part) implements Matcher {

    @Override
    public boolean matches(JsonNode value, Instant at) {
        if (value.isArray()) {
            for (JsonNode member : value) {
                if (member.asText().equals(part)) {
                    return true;
                }
            }
            return false;
        }
        return value.isTextual() && value.asText().contains(part);
    }

    @Override
    public String expected() {
        return "a text or list that contains " + part;
    }
}
