package dev.handoff.sandbox.poll;

import dev.handoff.journal.Journal;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a system is asked with and nobody is to read, wherever it comes back; of tokens that were renewed, the latest. */
final class Secrets {

    private static final int SHORTEST = 4;
    private static final int MOST = 100;

    private final Journal journal;
    private final Set<String> known = new LinkedHashSet<>();

    Secrets(Journal journal) {
        this.journal = journal;
    }

    /** A value that is secret whatever it is called. */
    synchronized void add(String secret) {
        if (secret.length() >= SHORTEST) {
            known.remove(secret);
            known.add(secret);
        }
        if (known.size() > MOST) {
            known.remove(known.iterator().next());
        }
    }

    /** A value that is secret if its name says so; of {@code Bearer abc}, the last part is the secret, too. */
    void add(String name, String value) {
        if (!journal.masked(name, value).equals(value)) {
            add(value);
            add(value.substring(value.lastIndexOf(' ') + 1));
        }
    }

    synchronized boolean isIn(String text) {
        return known.stream().anyMatch(text::contains);
    }

    /** The text without them, the longest first. */
    synchronized String hide(String text) {
        String hidden = text;
        for (String secret :
                known.stream().sorted((a, b) -> b.length() - a.length()).toList()) {
            hidden = hidden.replace(secret, journal.masked("secret", secret));
        }
        return hidden;
    }
}
