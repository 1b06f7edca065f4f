package dev.handoff.expectation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.regex.Pattern;

/** {@code <matches REGEX>}: the whole value fits a regular expression of {@link Pattern}. */
record Matches(Pattern pattern) implements Matcher {

    @Override
    public boolean matches(JsonNode value, Instant at) {
        return value.isValueNode()
                && !value.isNull()
                && pattern.matcher(value.asText()).matches();
    }

    @Override
    public String expected() {
        return "a value that matches " + pattern;
    }
}
