package dev.handoff.journal;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a journal has to know of the vocabulary.
 *
 * @param keys names of the business keys, each with further names of fields that hold it
 * @param mask names of further headers and fields whose values are secrets
 */
public record JournalSettings(Map<String, List<String>> keys, Set<String> mask) {

    public static final JournalSettings NONE = new JournalSettings(Map.of(), Set.of());

    public JournalSettings {
        keys = Map.copyOf(keys);
        mask = Set.copyOf(mask);
    }
}
