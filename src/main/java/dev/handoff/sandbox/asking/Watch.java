package dev.handoff.sandbox.asking;

import dev.handoff.sandbox.ScenarioValues;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What has been asked for one scenario, and what was there before it. */
final class Watch {

    private final ScenarioValues values;
    private final Instant began;
    private final Map<Question, Instant> asked = new HashMap<>();
    private final Map<Question, Set<String>> shown = new HashMap<>();
    private final Set<String> before = ConcurrentHashMap.newKeySet();
    private volatile Instant wanted = Instant.MIN;
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

    /** What was there before anything could happen in the scenario: it is none of its effects. */
    void wasThere(String key) {
        before.add(key);
    }

    boolean isOlder(String key) {
        return before.contains(key);
    }

    /** Whether a question was asked before: what is found now and was not then, is new. */
    boolean hasAsked(Question question) {
        return asked.containsKey(question);
    }

    /** Whether an earlier answer showed it, as whatever it was then. */
    boolean hasShown(Question question, String id) {
        return shown.getOrDefault(question, Set.of()).contains(id);
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

    void answered(Question question, Answer answer) {
        asked.put(question, answer.asked());
        Set<String> ids = shown.computeIfAbsent(question, none -> new HashSet<>());
        answer.shown().forEach(item -> ids.add(item.id()));
    }

    /** Somebody depends on what is asked for from an instant on. */
    void want(Instant from) {
        wanted = from;
    }

    Instant wanted() {
        return wanted;
    }

    void polled(Instant seen, Map<String, String> without) {
        unasked = without;
        polls = polls + 1;
        trouble = null;
        seenUpTo = seen;
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

    String evidence(String system, String noun) {
        String times = seenUpTo == null
                ? system + " has not answered a poll yet"
                : system + " asked " + polls + (polls == 1 ? " time" : " times");
        String last = trouble;
        String older = before.isEmpty()
                ? ""
                : ", " + before.size() + " " + noun + (before.size() == 1 ? " was" : "s were") + " there before";
        return times + older + (last == null ? "" : "; " + last);
    }
}
