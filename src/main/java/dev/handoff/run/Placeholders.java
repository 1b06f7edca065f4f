package dev.handoff.run;

import dev.handoff.environment.Environment;
import dev.handoff.journal.Journal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What placeholders stand for in one scenario. */
final class Placeholders {

    private final String scenario;
    private final Journal journal;
    private final Environment environment;
    private final UniqueValues unique;
    private final Map<String, Object> remembered = new ConcurrentHashMap<>();

    Placeholders(String scenario, Journal journal, Environment environment, UniqueValues unique) {
        this.scenario = scenario;
        this.journal = journal;
        this.environment = environment;
        this.unique = unique;
    }

    void remember(String name, Object value) {
        remembered.put(name, value);
    }

    Optional<Object> value(String name) {
        if (name.equals("correlationId") || name.equals("correlation_id")) {
            return Optional.of(scenario);
        }
        if (name.equals("application.url")) {
            return Optional.of(environment.applicationUrl());
        }
        if (name.startsWith("systems.")) {
            return systemValue(name);
        }
        return Optional.ofNullable(remembered.get(name))
                .or(() -> unique.value(name))
                .or(() -> journal.learned(scenario, name).map(Object.class::cast));
    }

    private Optional<Object> systemValue(String name) {
        int dot = name.lastIndexOf('.');
        return Optional.ofNullable(environment.probes().get(name.substring("systems.".length(), dot)))
                .map(probe -> probe.address().get(name.substring(dot + 1)));
    }
}
