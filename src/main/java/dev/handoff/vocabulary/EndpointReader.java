package dev.handoff.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** Reads one endpoint of an {@code http} system. */
final class EndpointReader {

    static final List<String> KEYS = List.of("on", "records", "contract", "lists", "respond");
    private static final List<String> RESPOND_KEYS = List.of("status", "headers", "body");
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int LAST = 599;

    private EndpointReader() {}

    static Optional<SystemSpec.Endpoint> read(String system, Value value, Map<String, Place> answered) {
        Value endpoint = value.called(name(value) + " in system " + system);
        Section section = Section.of(endpoint, KEYS);
        Optional<Value> on = section.required("on", "it is a method and a path, as in POST /refunds");
        Optional<Matcher> line = on.flatMap(RequestLines::plain);
        Optional<List<String>> names = line.flatMap(parts -> PathPatterns.names(on.get(), parts.group(2)));
        names.ifPresent(read -> requireNew(on.get(), line.get(), answered));
        Optional<String> records = section.value("records").flatMap(effect -> Effects.recorded(effect, system));
        section.value("contract").ifPresent(contract -> contract(contract, records, section, system));
        Optional<String> lists = section.text("lists");
        lists.ifPresent(effect -> Effects.spokenOf(
                value.draft(), section.value("lists").orElseThrow().place(), effect, "lists of " + endpoint.what()));
        int standard = records.isPresent()
                        && line.filter(parts -> parts.group(1).equals("POST")).isPresent()
                ? CREATED
                : OK;
        Scope scope = scope(names.orElse(List.of()), section.has("lists"));
        Optional<Section> respond = section.value("respond").map(answer -> Section.of(answer, RESPOND_KEYS));
        int status = respond.flatMap(answer -> answer.value("status"))
                .flatMap(code -> code.number(OK, LAST))
                .orElse(standard);
        Map<String, Template> headers =
                respond.map(answer -> Headers.read(answer, scope)).orElse(Map.of());
        Optional<JsonNode> body =
                respond.flatMap(answer -> answer.value("body")).map(part -> Bodies.read(part, scope));
        return names.map(read -> new SystemSpec.Endpoint(
                line.get().group(1), line.get().group(2).strip(), records, lists, status, headers, body));
    }

    private static void contract(Value contract, Optional<String> records, Section section, String system) {
        if (!section.has("records")) {
            contract.problem(contract.what() + " needs the key \"records\" beside it: it is the effect's contract");
        }
        records.ifPresent(effect -> ContractReader.read(contract, effect, List.of(system)));
    }

    private static String name(Value value) {
        return value.node() instanceof Node.Mapping mapping
                        && mapping.entry("on").isPresent()
                        && mapping.entry("on").get().value() instanceof Node.Scalar on
                ? "endpoint " + on.text()
                : "an endpoint";
    }

    private static void requireNew(Value on, Matcher line, Map<String, Place> answered) {
        String request = line.group(1) + " " + line.group(2).strip();
        answered.entrySet().stream()
                .filter(earlier -> PathPatterns.covers(earlier.getKey(), request))
                .findFirst()
                .ifPresentOrElse(
                        first -> on.problem(Words.quoted(line.group()) + " is answered already at " + first.getValue()
                                + "; of endpoints that fit a request the first answers"),
                        () -> answered.put(request, on.place()));
    }

    private static Scope scope(List<String> pathNames, boolean lists) {
        List<String> own = new ArrayList<>();
        own.add("sequence");
        if (lists) {
            own.add("items");
        }
        pathNames.forEach(name -> own.add("request.path." + name));
        own.add("fresh.uuid");
        return Scope.answer(own);
    }
}
