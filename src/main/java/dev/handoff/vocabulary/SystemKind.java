package dev.handoff.vocabulary;

import java.util.Set;

/**
 * A type of system that somebody adds to those that Handoff has: what the vocabulary may say of it. Found by
 * {@link java.util.ServiceLoader} under this interface's name; to be put up, it has to be a
 * {@code dev.handoff.sandbox.SystemProvider}.
 */
public interface SystemKind {

    /** How a vocabulary names it after {@code type:}; lower-case letters, digits and hyphens, and none that Handoff has. */
    String type();

    /** What a system of this type may say beside {@code type} and {@code records}; a text each. */
    default Set<String> keys() {
        return Set.of();
    }

    /** What an effect under {@code records} may say; a text each. */
    default Set<String> effectKeys() {
        return Set.of();
    }

    /** What {@code ${systems.<name>.…}} may ask for; the probe's address has to have all of it. */
    default Set<String> properties() {
        return Set.of();
    }
}
