package dev.handoff.expectation;

import dev.handoff.journal.Captured;
import java.util.Objects;

/** Tells how a second copy of an effect differs from the first. */
final class Copies {

    private Copies() {}

    static String mark(Captured first, Captured copy) {
        boolean sameContent = first.content().tree().equals(copy.content().tree());
        if (!Objects.equals(first.handoff(), copy.handoff())) {
            return sameContent ? "another key, the same content" : "another key";
        }
        return sameContent ? "the same content again" : "other content";
    }
}
