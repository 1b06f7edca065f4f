package dev.handoff.vocabulary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lays what an environment's file says over the sections of the others. */
final class Overlay {

    /** What may differ between environments. */
    static final List<String> SECTIONS = List.of("application", "defaults", "systems");

    private static final String START = "start";
    private static final String ENVIRONMENT = "environment";

    private final Draft draft;
    private final SystemParts parts;

    Overlay(Draft draft, SystemParts parts) {
        this.draft = draft;
        this.parts = parts;
    }

    /**
     * @param section the name of one of {@link #SECTIONS}
     * @param base its entries, which change
     */
    void lay(String section, Map<String, Node.Entry> base, List<Node.Entry> over) {
        switch (section) {
            case "application" -> application(base, over);
            case "systems" -> systems(base, over);
            default -> over.forEach(entry -> base.put(entry.key().text(), entry));
        }
    }

    /** Replaces single keys. */
    private void application(Map<String, Node.Entry> application, List<Node.Entry> over) {
        for (Node.Entry entry : over) {
            Node.Entry base = application.get(START);
            if (base != null
                    && entry.key().text().equals(START)
                    && base.value() instanceof Node.Mapping before
                    && entry.value() instanceof Node.Mapping now) {
                application.put(START, new Node.Entry(base.key(), start(before, now)));
            } else {
                replace(application, entry, "application");
            }
        }
    }

    /** Replaces whole systems, or the blocks that give them their type, or adds to them. */
    private void systems(Map<String, Node.Entry> systems, List<Node.Entry> over) {
        for (Node.Entry entry : over) {
            String name = entry.key().text();
            if (!systems.containsKey(name) && !parts.has(name)) {
                draft.problem(
                        entry.key().place(),
                        "an overlay replaces systems, and there is no system " + Words.quoted(name) + " to replace"
                                + Words.known(name, systems.keySet()));
            } else if (!parts.keep(entry)) {
                Node.Entry base = systems.put(name, entry);
                if (base != null) {
                    draft.lost().by(entry, List.of(base));
                }
                if (parts.isWhole(entry)) {
                    draft.lost().by(entry, parts.forget(name));
                }
            }
        }
    }

    private Node start(Node.Mapping base, Node.Mapping over) {
        Map<String, Node.Entry> keys = byName(base);
        if (StartReader.WAYS.stream().anyMatch(key -> over.entry(key).isPresent())) {
            StartReader.WAYS.forEach(keys::remove);
            if (over.entry("image").isEmpty()) {
                keys.remove("port"); // of the image
            }
        }
        for (Node.Entry entry : over.entries()) {
            Node.Entry first = keys.get(entry.key().text());
            if (first != null
                    && entry.key().text().equals(ENVIRONMENT)
                    && first.value() instanceof Node.Mapping variables
                    && entry.value() instanceof Node.Mapping others) {
                keys.put(ENVIRONMENT, new Node.Entry(first.key(), environment(variables, others)));
            } else {
                replace(keys, entry, "start in application");
            }
        }
        return new Node.Mapping(base.place(), List.copyOf(keys.values()));
    }

    private Node environment(Node.Mapping base, Node.Mapping over) {
        Map<String, Node.Entry> variables = byName(base);
        over.entries().forEach(entry -> replace(variables, entry, "environment in start in application"));
        return new Node.Mapping(base.place(), List.copyOf(variables.values()));
    }

    private void replace(Map<String, Node.Entry> keys, Node.Entry entry, String what) {
        String key = entry.key().text();
        if (!isNothing(entry.value())) {
            keys.put(key, entry);
        } else if (keys.remove(key) == null) {
            draft.problem(
                    entry.key().place(),
                    Words.quoted(key) + " with nothing (~) takes it away from " + what + ", which does not have it"
                            + Words.known(key, keys.keySet()));
        }
    }

    private static Map<String, Node.Entry> byName(Node.Mapping mapping) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        mapping.entries().forEach(entry -> entries.put(entry.key().text(), entry));
        return entries;
    }

    private static boolean isNothing(Node node) {
        return node instanceof Node.Scalar scalar && scalar.isNothing();
    }
}
