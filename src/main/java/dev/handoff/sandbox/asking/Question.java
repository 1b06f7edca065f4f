package dev.handoff.sandbox.asking;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An inquiry with the values that it was asked with: with other values, it is another question. */
record Question(String inquiry, List<Object> parameters) {

    /** What it was asked by, as properties of its answers. */
    Map<String, String> parametersByName(List<String> names) {
        Map<String, String> byName = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Object parameter = parameters.get(i);
            byName.put(
                    "parameter." + names.get(i),
                    parameter instanceof JsonNode node ? node.asText() : String.valueOf(parameter));
        }
        return byName;
    }
}
