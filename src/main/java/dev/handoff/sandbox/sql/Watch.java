package dev.handoff.sandbox.sql;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handoff.sandbox.ScenarioValues;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What has been asked for one scenario, and what was there before it. */
final class Watch {

    private final ScenarioValues values;
    private final Instant began;
    private final Map<Question, Instant> asked = new HashMap<>();
    private final Set<String> before = ConcurrentHashMap.newKeySet();
    private volatile Instant seenUpTo;
    private volatile int polls;
    private volatile Map<String, String> unasked = Map.of();
    private volatile String trouble;

    Watch(ScenarioValues values, Instant began) {
        this.values = values;
        this.began = began;
    }

    Optional<Object> value(String name) {
        return values.value(name);
    }

    /** The rows that were there before anything could happen in the scenario: they are none of its effects. */
    void wasThere(String row) {
        before.add(row);
    }

    boolean isOlder(String row) {
        return before.contains(row);
    }

    /** Whether a question was asked before: a row that is found now and was not then, is new. */
    boolean hasAsked(Question question) {
        return asked.containsKey(question);
    }

    Set<Question> asked() {
        return asked.keySet();
    }

    /** When it was asked last, or could have been first. */
    Instant lastAsked(Question question) {
        return asked.getOrDefault(question, began);
    }

    Instant began() {
        return began;
    }

    void answered(Question question, Instant at) {
        asked.put(question, at);
    }

    void polled(Instant at, Map<String, String> without) {
        unasked = without;
        polls = polls + 1;
        trouble = null;
        seenUpTo = at;
    }

    void refused(String why) {
        trouble = why;
    }

    Instant seenUpTo() {
        return seenUpTo;
    }

    Map<String, String> unasked() {
        return unasked;
    }

    String evidence(String system) {
        String times = seenUpTo == null
                ? system + " has not answered a poll yet"
                : system + " asked " + polls + (polls == 1 ? " time" : " times");
        String last = trouble;
        String older = before.isEmpty()
                ? ""
                : ", " + before.size() + (before.size() == 1 ? " row was" : " rows were") + " there before";
        return times + older + (last == null ? "" : "; " + last);
    }

    /** A query with the values that it was asked with: with other values, it is another question. */
    record Question(String effect, List<Object> parameters) {

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
}
