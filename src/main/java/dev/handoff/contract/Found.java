package dev.handoff.contract;

import com.fasterxml.jackson.databind.JsonNode;

/** Values as people read them, with their type. What is in an object or a list is not told. */
final class Found {

    private static final int LONGEST = 120;

    private Found() {}

    static String in(JsonNode value) {
        if (value == null || value.isMissingNode()) {
            return "nothing";
        }
        if (value.isNull()) {
            return "null";
        }
        if (value.isObject()) {
            return "an object";
        }
        if (value.isArray()) {
            return value.isEmpty() ? "an empty list" : "a list of " + value.size();
        }
        if (value.isNumber()) {
            return value.asText() + " (number)";
        }
        return value.isBoolean() ? value.asText() + " (boolean)" : '"' + cut(value.asText()) + "\" (text)";
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\s*\\R\\s*", " ⏎ ");
        return line.length() <= LONGEST
                ? line
                : line.substring(0, LONGEST) + "… (cut, " + line.length() + " characters)";
    }
}
