package dev.handoff.vocabulary;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads one entry of {@code approvals}. */
final class ApprovalReader {

    static final List<String> KEYS = List.of(
            "record", "where", "state", "role", "states", "approve", "reject", "refused", "unlocks", "approvers");
    static final List<String> STATES =
            Stream.of(ApprovalSpec.State.values()).map(ApprovalReader::word).toList();

    private static final int FORBIDDEN = 403;

    private ApprovalReader() {}

    static ApprovalSpec read(Value.Named entry) {
        Draft draft = entry.value().draft();
        Names.speakable(draft, entry.place(), "an approval", entry.name());
        draft.afterwards(() -> requireOwnName(draft, entry));
        Value value = new Value(entry.value().node(), entry.place(), "approval " + entry.name(), draft);
        Section section = Section.of(value, KEYS);
        Map<String, Map<String, String>> approvers = approvers(section);
        Scope scope = Scope.approval(names(approvers));
        return new ApprovalSpec(
                entry.name(),
                section.required("record", "it is the effect that tells what has become of it")
                        .flatMap(ApprovalReader::effect)
                        .orElse(""),
                where(section),
                section.required("state", "it says where the state is, as in $.state")
                        .flatMap(Value::text)
                        .orElse(""),
                section.required("role", "it says where the role is that is to decide, as in $.role")
                        .flatMap(Value::text)
                        .orElse(""),
                states(section),
                request(section, "approve", scope),
                request(section, "reject", scope),
                section.value("refused")
                        .flatMap(status -> status.number(400, 499))
                        .orElse(FORBIDDEN),
                section.list("unlocks", "a list of effects", ApprovalReader::effect),
                approvers,
                entry.place());
    }

    private static void requireOwnName(Draft draft, Value.Named entry) {
        draft.words()
                .effectLike(entry.name())
                .ifPresent(effect -> draft.problem(
                        entry.place(),
                        Words.quoted(entry.name()) + " is both the name of this approval and the effect recorded at "
                                + effect.getValue().place() + "; rename one of them"));
    }

    private static Optional<String> effect(Value value) {
        Optional<String> name = value.text("the name of an effect");
        name.ifPresent(effect -> Effects.spokenOf(value.draft(), value.place(), effect, value.what()));
        return name;
    }

    private static Map<String, String> where(Section section) {
        Map<String, String> where = new LinkedHashMap<>();
        section.named("where", "a mapping of fields and texts")
                .forEach(field -> field.value().text().ifPresent(text -> where.put(field.name(), text)));
        return where;
    }

    private static Map<ApprovalSpec.State, String> states(Section section) {
        Map<ApprovalSpec.State, String> states = new EnumMap<>(ApprovalSpec.State.class);
        Optional<Section> said = section.value("states").map(value -> Section.of(value, STATES));
        for (ApprovalSpec.State state : ApprovalSpec.State.values()) {
            String text = said.flatMap(words -> words.text(word(state))).orElse(word(state));
            states.forEach((other, same) -> {
                if (same.equals(text)) {
                    section.value("states")
                            .ifPresent(value -> value.problem("the states " + word(other) + " and " + word(state)
                                    + " are both " + Words.quoted(text) + "; nobody could tell them apart"));
                }
            });
            states.put(state, text);
        }
        return states;
    }

    private static String word(ApprovalSpec.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<ActionSpec.Request> request(Section section, String key, Scope scope) {
        return section.value(key).map(value -> RequestReader.readOneOfSeveral(value, scope));
    }

    private static Map<String, Map<String, String>> approvers(Section section) {
        Map<String, Map<String, String>> approvers = new LinkedHashMap<>();
        List<Value.Named> entries = section.named("approvers", "a mapping of people and their values");
        Set<String> all = new LinkedHashSet<>();
        for (Value.Named entry : entries) {
            Map<String, String> values = new LinkedHashMap<>();
            for (Value.Named value : entry.value().named("a mapping of names and texts")) {
                value.value().scalar("a text").ifPresent(text -> values.put(value.name(), text));
            }
            all.addAll(values.keySet());
            approvers.put(entry.name(), values);
        }
        for (Value.Named entry : entries) {
            Set<String> missing = new LinkedHashSet<>(all);
            missing.removeAll(approvers.get(entry.name()).keySet());
            if (!missing.isEmpty()) {
                entry.value()
                        .draft()
                        .problem(
                                entry.place(),
                                "the approver " + Words.quoted(entry.name()) + " lacks " + String.join(", ", missing)
                                        + ", which others have; what is sent is made of the values of each");
            }
        }
        return approvers;
    }

    private static List<String> names(Map<String, Map<String, String>> approvers) {
        List<String> names = new ArrayList<>(List.of("approver"));
        approvers.values().stream()
                .flatMap(values -> values.keySet().stream())
                .distinct()
                .forEach(name -> names.add("approver." + name));
        return names;
    }
}
