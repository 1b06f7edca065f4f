package dev.handoff.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What attribution knows of one scenario. Once it has ended only what late arrivals are led back by is kept. */
final class Party {

    private final String id;
    private final String name;
    private final long start;
    private long end;
    private Map<String, String> firstValues = new HashMap<>();
    private Set<String> learned = new HashSet<>();
    private List<Holders> holdings = new ArrayList<>();

    Party(String id, String name, long start) {
        this.id = id;
        this.name = name;
        this.start = start;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    /** Whether it was watching when something was captured. */
    boolean watched(Captured captured) {
        return captured.index() > start;
    }

    boolean hasEnded() {
        return learned == null;
    }

    /** Whether it had ended when something was captured. */
    boolean hadEnded(Captured captured) {
        return hasEnded() && captured.index() > end;
    }

    void end(long index) {
        end = index;
        firstValues = null;
        learned = null;
        holdings.forEach(Holders::trim);
        holdings = null;
    }

    /** The first value learned for a key, until the scenario ends. */
    Optional<String> first(String key) {
        return hasEnded() ? Optional.empty() : Optional.ofNullable(firstValues.get(key));
    }

    /** Notes a value and says whether it is new, as far as that is still known. */
    boolean learns(String key, String value) {
        if (hasEnded()) {
            return true;
        }
        firstValues.putIfAbsent(key, value);
        return learned.add(key + '\n' + value);
    }

    /** Makes it one of those who hold a token, and says whether it was not. */
    boolean holds(Holders token, String key) {
        if (!token.add(this, key)) {
            return false;
        }
        if (hasEnded()) {
            token.trim();
        } else {
            holdings.add(token);
        }
        return true;
    }
}
