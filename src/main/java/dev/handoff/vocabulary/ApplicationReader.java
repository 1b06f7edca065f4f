package dev.handoff.vocabulary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code application}. */
final class ApplicationReader {

    static final List<String> KEYS = List.of("name", "url", "health", "idle", "outbox", "status", "start");

    private ApplicationReader() {}

    static Application read(Value value) {
        Section section = Section.of(value, KEYS);
        return new Application(
                section.text("name").orElse("the application"),
                section.required("url", "it is the base address, as in http://localhost:${application.port}")
                        .flatMap(ApplicationReader::url)
                        .orElse(Template.of("")),
                section.value("health").flatMap(health -> RequestLines.read(health, Scope.ADDRESSES)),
                section.value("idle").map(ApplicationReader::idle),
                section.value("outbox").map(ApplicationReader::outbox),
                section.value("status").map(ApplicationReader::status),
                section.value("start").map(StartReader::read));
    }

    private static Optional<Template> url(Value value) {
        Optional<Template> url = value.template(Scope.APPLICATION_URL);
        boolean good = url.filter(template -> template.source().matches("(https?://|\\$\\{)\\S+"))
                .isPresent();
        return url.isPresent() && !good ? value.mustBe("an address that begins with http:// or https://") : url;
    }

    private static Application.Idle idle(Value value) {
        Section section = Section.of(value, List.of("request", "when"));
        Map<String, String> when = new LinkedHashMap<>();
        Optional<Value> conditions =
                section.required("when", "it names JSON paths and the values they have when nothing is in flight");
        if (conditions.isPresent()) {
            List<Value.Named> entries = conditions.get().named("a mapping of JSON paths and values");
            for (Value.Named entry : entries) {
                boolean path = JsonPaths.isPath(entry.name());
                if (!path) {
                    value.draft()
                            .problem(
                                    entry.place(),
                                    Words.quoted(entry.name()) + " in " + value.what() + " is not "
                                            + JsonPaths.ALLOWED);
                }
                Conditions.value(entry.value()).filter(text -> path).ifPresent(text -> when.put(entry.name(), text));
            }
            if (conditions.get().isMapping() && entries.isEmpty()) {
                conditions.get().mustBe("at least one JSON path and its value");
            }
        }
        return new Application.Idle(request(section, Scope.SCENARIO), when);
    }

    private static Application.Outbox outbox(Value value) {
        Section section = Section.of(value, List.of("system", "query"));
        Optional<Value> system = section.required("system", "it is the sql system that holds the outbox");
        Optional<String> name = system.flatMap(Value::text);
        name.ifPresent(text -> value.draft().afterwards(() -> requireSql(system.get(), text)));
        return new Application.Outbox(
                name.orElse(""),
                section.required("query", "it counts the messages not yet sent")
                        .flatMap(query -> SqlQueries.read(query).flatMap(known -> query.text()))
                        .orElse(""));
    }

    private static void requireSql(Value value, String name) {
        Map<String, SystemType> systems = value.draft().words().systems();
        if (systems.get(name) == SystemType.SQL) {
            return;
        }
        Map<String, SystemType> databases = new TreeMap<>(systems);
        databases.values().removeIf(type -> type != SystemType.SQL);
        String complaint = systems.containsKey(name) && systems.get(name) != null
                ? Words.quoted(name) + " in " + value.what() + " is a system of type "
                        + systems.get(name).word() + ", not sql"
                : "unknown system " + Words.quoted(name) + " in " + value.what();
        if (!systems.containsKey(name) || systems.get(name) != null) {
            value.problem(complaint + Words.known(name, databases.keySet()));
        }
    }

    private static Application.Status status(Value value) {
        Section section = Section.of(value, List.of("request", "stage"));
        return new Application.Status(
                request(section, Scope.SCENARIO),
                section.required("stage", "it is the JSON path of the stage in the answer")
                        .flatMap(JsonPaths::read)
                        .orElse("$"));
    }

    private static RequestLine request(Section section, Scope scope) {
        return section.required("request", "it says what is asked, as in GET /idle")
                .flatMap(request -> RequestLines.read(request, scope))
                .orElse(new RequestLine("GET", Template.of("/")));
    }
}
