package dev.handoff.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads {@code publish} and {@code sql} of an action. */
final class SystemStepReader {

    static final List<String> KEYS = List.of("publish", "sql");
    private static final Set<SystemType> BROKERS = EnumSet.of(SystemType.AMQP, SystemType.KAFKA);

    private SystemStepReader() {}

    /** What stands in the place of a request, if something does. */
    static Optional<SystemStep> read(Section section, Scope scope) {
        List<String> kinds = RequestReader.KINDS.stream().filter(section::has).toList();
        if (kinds.stream().noneMatch(KEYS::contains)) {
            return Optional.empty();
        }
        String kind = kinds.get(kinds.size() - 1);
        Value value = section.value(kind).orElseThrow();
        if (kinds.size() > 1) {
            value.problem(value.what() + " stands beside \"" + kinds.get(0)
                    + "\"; write them one after the other under \"do\"");
        }
        Stream.of("headers", "query", "body", "form", "sign", "follow-redirects")
                .filter(section::has)
                .forEach(key -> value.draft()
                        .problem(
                                section.placeOf(key),
                                Words.quoted(key) + " stands beside \"" + kind + "\"; it belongs to an http request"
                                        + (kind.equals("publish") ? ", or under publish" : "")));
        return Optional.of(kind.equals("publish") ? publish(value, scope) : run(value, scope));
    }

    private static SystemStep publish(Value value, Scope scope) {
        Section section = Section.of(value, List.of("system", "key", "headers", "body"));
        Optional<JsonNode> body = section.value("body").map(content -> Bodies.read(content, scope));
        return new SystemStep.Publish(
                system(section, BROKERS, "it is the amqp or kafka system to publish to"),
                section.template("key", scope),
                Headers.read(section, scope),
                body);
    }

    private static SystemStep run(Value value, Scope scope) {
        Section section = Section.of(value, List.of("system", "statement", "values"));
        Map<String, Template> values = section.templates("values", scope, entry -> true);
        Optional<Value> written = section.required("statement", "it is one statement, as in insert into …");
        Optional<SqlStatement> statement = written.flatMap(Value::text).map(SqlStatement::of);
        statement.flatMap(SqlStatement::setUpComplaint).ifPresent(why -> written.get()
                .problem(written.get().what() + " " + why));
        List<String> names = statement.map(SqlStatement::parameters).orElse(List.of());
        names.stream()
                .distinct()
                .filter(name -> !values.containsKey(name))
                .forEach(name -> Placeholders.check(written.get(), "${" + name + "}", scope));
        values.keySet().stream()
                .filter(name -> statement.isPresent() && !names.contains(name))
                .forEach(name -> value.problem("the statement in " + value.what() + " has no parameter :" + name));
        return new SystemStep.Run(
                system(section, EnumSet.of(SystemType.SQL), "it is the sql system to run it in"),
                statement.map(SqlStatement::jdbc).orElse(""),
                names,
                values);
    }

    private static String system(Section section, Set<SystemType> types, String allowed) {
        Optional<Value> system = section.required("system", allowed);
        Optional<String> name = system.flatMap(Value::text);
        name.ifPresent(text -> system.get().draft().afterwards(() -> requireType(system.get(), text, types)));
        return name.orElse("");
    }

    private static void requireType(Value value, String name, Set<SystemType> types) {
        Map<String, SystemType> systems = value.draft().words().systems();
        if (types.contains(systems.get(name)) || systems.containsKey(name) && systems.get(name) == null) {
            return;
        }
        Map<String, SystemType> fitting = new TreeMap<>(systems);
        fitting.values().retainAll(types);
        String complaint = systems.containsKey(name)
                ? Words.quoted(name) + " in " + value.what() + " is a system of type "
                        + systems.get(name).word() + ", not "
                        + Words.either(types.stream().map(SystemType::word).toList())
                : "unknown system " + Words.quoted(name) + " in " + value.what();
        value.problem(complaint + Words.known(name, fitting.keySet()));
    }
}
