package dev.handoff.vocabulary;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one entry of {@code workflows}. */
final class WorkflowReader {

    static final List<String> KEYS = List.of("begins-with", "promises", "within", "owner", "changes-with");

    private WorkflowReader() {}

    static WorkflowSpec read(Value.Named entry) {
        Draft draft = entry.value().draft();
        Names.speakable(draft, entry.place(), "a workflow", entry.name());
        Value value = new Value(entry.value().node(), entry.place(), "workflow " + entry.name(), draft);
        Section section = Section.of(value, KEYS);
        Optional<Value> beginning = section.value("begins-with");
        Optional<String> beginsWith = beginning.flatMap(Value::text);
        beginsWith.ifPresent(text -> draft.afterwards(() -> requireSentence(beginning.get(), text)));
        return new WorkflowSpec(
                entry.name(),
                beginsWith,
                promises(section),
                section.value("within").flatMap(Durations::readPositive),
                section.text("owner"),
                section.list("changes-with", "a list of globs", Value::text));
    }

    private static Map<String, Integer> promises(Section section) {
        Map<String, Integer> promises = new LinkedHashMap<>();
        Optional<Value> value = section.required("promises", "it says how often each effect must happen");
        if (value.isEmpty()) {
            return promises;
        }
        for (Value.Named promise : value.get().named("a mapping of effects and numbers")) {
            Effects.spokenOf(
                    value.get().draft(),
                    promise.place(),
                    promise.name(),
                    value.get().what());
            promise.value().number(0, Integer.MAX_VALUE).ifPresent(times -> promises.put(promise.name(), times));
        }
        if (value.get().node() instanceof Node.Mapping mapping
                && mapping.entries().isEmpty()) {
            value.get().mustBe("a mapping with at least one effect");
        }
        return promises;
    }

    private static void requireSentence(Value value, String beginning) {
        List<String> sentences = value.draft().words().sentences();
        if (sentences.stream().noneMatch(sentence -> sentence.startsWith(beginning))) {
            Set<String> beginnings = new LinkedHashSet<>();
            sentences.forEach(sentence -> beginnings.add(asLong(sentence, beginning)));
            value.problem("no sentence under actions begins with " + Words.quoted(beginning) + ", as " + value.what()
                    + " says" + Words.known(beginning, beginnings));
        }
    }

    /** The first words of a sentence, as many as the beginning has. */
    private static String asLong(String sentence, String beginning) {
        String[] words = sentence.split(" ");
        int count = Math.min(words.length, beginning.split(" ").length);
        return String.join(" ", List.of(words).subList(0, count));
    }
}
