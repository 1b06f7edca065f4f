package dev.handoff.sandbox;

import dev.handoff.journal.Journal;
import dev.handoff.vocabulary.SystemKind;
import java.util.Map;

/**
 * Puts up systems of a type of its own. Named in {@code META-INF/services/dev.handoff.vocabulary.SystemKind}, with a
 * constructor without parameters.
 */
public interface SystemProvider extends SystemKind {

    /**
     * Serves or reaches one system.
     *
     * @throws ProbeFailed when that is not possible; its message is shown to the user
     */
    Probe start(OwnSystem system, Journal journal);

    /**
     * What the vocabulary says of a system, with placeholders and environment variables filled in.
     *
     * @param settings by key; what is not said is not there
     * @param records what is said of each effect, by key; effects in the order of the file
     */
    record OwnSystem(String name, Map<String, String> settings, Map<String, Map<String, String>> records) {}
}
