package dev.handoff.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handoff.journal.Breach;
import dev.handoff.journal.JsonPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** In what the payloads of a run differ from a contract. */
public final class Drift {

    private static final Pattern WORD =
            Pattern.compile("\"[A-Za-z][A-Za-z_.-]{0,39}\" \\(text\\)|\\d{1,3} \\(number\\)");
    private static final String RENAMED = " is new and holds";

    private final Contract contract;
    private final List<JsonNode> payloads;
    private final Map<String, Seen> seen = new LinkedHashMap<>();
    private final Set<String> renamed = new HashSet<>();

    private Drift(Contract contract, List<JsonNode> payloads) {
        this.contract = contract;
        this.payloads = payloads;
    }

    /**
     * The changes, those that break somebody first; none when the payloads are as the contract says.
     *
     * @param payloads as they were recorded, secrets masked: what was masked is not compared
     */
    public static List<Change> between(Contract contract, List<JsonNode> payloads) {
        return new Drift(contract, payloads).changes();
    }

    private List<Change> changes() {
        for (JsonNode payload : payloads) {
            Set<Seen> inThis = new HashSet<>();
            for (Breach breach : contract.breaches(payload)) {
                note(breach, payload, inThis);
            }
            inThis.forEach(one -> one.payloads++);
        }
        List<Change> changes =
                new ArrayList<>(seen.values().stream().map(this::change).toList());
        Learned learned = new Learned(Set.of());
        payloads.forEach(learned::add);
        addNew(contract.schema(), learned.shape(), "$", changes);
        changes.sort(
                Comparator.comparing(Change::kind).thenComparing(Change::path).thenComparing(Change::words));
        return changes;
    }

    private void note(Breach breach, JsonNode payload, Set<Seen> inThis) {
        JsonNode value = breach.path().equals("$") ? payload : JsonPath.find(payload, breach.path());
        boolean unnamed = breach.rule().endsWith("Properties");
        if (Shape.isHidden(value) || unnamed) {
            return;
        }
        Seen one = seen.computeIfAbsent(general(breach.path()) + breach.rule(), none -> new Seen(breach));
        one.kinds.add(value.isMissingNode() ? "null" : Kinds.of(value));
        if (breach.observed() != null && WORD.matcher(breach.observed()).matches()) {
            one.words.add(breach.observed());
        } else {
            one.untold = true;
        }
        one.sameRemark &= breach.remark() != null && general(breach.remark()).equals(general(one.first.remark()));
        inThis.add(one);
    }

    private Change change(Seen one) {
        Breach first = one.first;
        String path = general(first.path());
        if (first.observed() == null) {
            return missing(one, path);
        }
        if (first.rule().endsWith("/type") || first.rule().endsWith("Of")) {
            return new Change(
                    path,
                    Change.Kind.OTHER_TYPE,
                    Kinds.words(one.kinds) + " instead of " + first.expected(),
                    one.payloads);
        }
        boolean names = first.rule().endsWith("/enum") || first.rule().endsWith("/const");
        String found = names && !one.untold ? String.join(", ", one.words) : Kinds.words(one.kinds);
        return new Change(path, Change.Kind.OTHER_VALUE, found + " instead of " + first.expected(), one.payloads);
    }

    private Change missing(Seen one, String path) {
        String remark = one.first.remark();
        if (remark != null && one.sameRemark) {
            renamed.add(general(remark.substring(0, remark.indexOf(RENAMED))));
            return new Change(path, Change.Kind.RENAMED, "missing; " + general(remark), one.payloads);
        }
        return one.payloads == payloads.size()
                ? new Change(path, Change.Kind.MISSING, "missing", one.payloads)
                : new Change(path, Change.Kind.NOT_IN_EVERY, "no longer in every payload", one.payloads);
    }

    /** Fields that the contract does not name. Where it is put together of parts, it is not said which those are. */
    private void addNew(JsonNode part, Shape shape, String path, List<Change> changes) {
        JsonNode schema = JsonReferences.resolve(contract.schema(), part);
        JsonNode properties = schema.path("properties");
        if (properties.isObject() && !shape.isMap() && !Renames.isComposed(schema)) {
            shape.fields().forEach((name, field) -> {
                String place = path + Breaches.step(name);
                if (properties.has(name)) {
                    addNew(properties.get(name), field, place, changes);
                } else if (!isAllowed(schema, name) && !renamed.contains(place)) {
                    boolean closed = schema.path("additionalProperties").isBoolean()
                            && !schema.path("additionalProperties").asBoolean();
                    changes.add(new Change(
                            place,
                            Change.Kind.NEW,
                            (field.hidden() ? "a masked value" : Kinds.words(field.kinds()))
                                    + (closed ? ", and the contract allows no other field" : ""),
                            field.seen()));
                }
            });
        }
        if (shape.items() != null && schema.path("items").isObject()) {
            addNew(schema.get("items"), shape.items(), path + "[*]", changes);
        }
    }

    private static boolean isAllowed(JsonNode schema, String name) {
        boolean byPattern = false;
        for (Map.Entry<String, JsonNode> pattern :
                schema.path("patternProperties").properties()) {
            byPattern |= Pattern.compile(pattern.getKey()).matcher(name).find();
        }
        return byPattern || schema.path("additionalProperties").isObject();
    }

    private static String general(String path) {
        return path == null ? null : path.replaceAll("\\[\\d+]", "[*]");
    }

    private static final class Seen {
        private final Breach first;
        private final Set<String> kinds = new TreeSet<>();
        private final Set<String> words = new TreeSet<>();
        private boolean untold;
        private boolean sameRemark = true;
        private int payloads;

        Seen(Breach first) {
            this.first = first;
        }
    }
}
