package dev.handoff.journal;

import java.util.Optional;

/** Checks what was captured of an effect against its contract, before anything of it is masked. */
@FunctionalInterface
public interface PayloadCheck {

    /** No effect has a contract. */
    PayloadCheck NONE = (effect, content) -> Optional.empty();

    /**
     * What was found. It never throws: what goes wrong is said as {@link Checked#unknown}.
     *
     * @param effect the vocabulary's name; null when it has none
     * @return empty when the effect has no contract
     */
    Optional<Checked> check(String effect, Message content);
}
