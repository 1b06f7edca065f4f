package dev.handoff.vocabulary;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Immutable collections that keep the order of the file. */
final class Ordered {

    private Ordered() {}

    static <K, V> Map<K, V> copyOf(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    static <T> Set<T> setOf(Stream<T> items) {
        Set<T> set = new LinkedHashSet<>();
        items.forEach(set::add);
        return Collections.unmodifiableSet(set);
    }
}
