package dev.handoff.contract;

import com.fasterxml.jackson.databind.JsonNode;

/** Follows references within a schema. */
final class JsonReferences {

    private static final int MOST = 20;

    private JsonReferences() {}

    /** The part that a part refers to, or itself. */
    static JsonNode resolve(JsonNode schema, JsonNode part) {
        JsonNode found = part;
        for (int i = 0; i < MOST && found.path("$ref").asText().startsWith("#"); i++) {
            String pointer = found.path("$ref").asText().substring(1);
            found = pointer.isEmpty() || pointer.startsWith("/") ? schema.at(pointer) : found.path("none");
        }
        return found;
    }
}
