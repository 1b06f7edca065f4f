package dev.handoff.journal;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a journal has to know of the vocabulary.
 *
 * @param keys names of the business keys, each with further names of fields that hold it
 * @param mask names of further headers and fields whose values are secrets
 * @param parameters names of remembered values by which systems are asked for a scenario's effects
 * @param contracts what payloads are held against
 */
public record JournalSettings(
        Map<String, List<String>> keys, Set<String> mask, Set<String> parameters, PayloadCheck contracts) {

    public static final JournalSettings NONE = new JournalSettings(Map.of(), Set.of());

    public JournalSettings {
        keys = Map.copyOf(keys);
        mask = Set.copyOf(mask);
        parameters = Set.copyOf(parameters);
    }

    public JournalSettings(Map<String, List<String>> keys, Set<String> mask) {
        this(keys, mask, Set.of());
    }

    /** Without contracts. */
    public JournalSettings(Map<String, List<String>> keys, Set<String> mask, Set<String> parameters) {
        this(keys, mask, parameters, PayloadCheck.NONE);
    }
}
