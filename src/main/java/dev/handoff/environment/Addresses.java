package dev.handoff.environment;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What {@code ${application.…}} and {@code ${systems.…}} stand for, as it becomes known. */
final class Addresses implements Function<String, Optional<Object>> {

    private final Map<String, String> values = new TreeMap<>();

    void put(String name, String value) {
        values.put(name, value);
    }

    void putSystem(String system, Map<String, String> address) {
        address.forEach((property, value) -> put("systems." + system + "." + property, value));
    }

    @Override
    public Optional<Object> apply(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
