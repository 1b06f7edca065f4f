package dev.handoff.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one request of an action. */
final class RequestReader {

    static final List<String> KEYS = List.of(
            "http",
            "submit",
            "click",
            "headers",
            "query",
            "body",
            "form",
            "sign",
            "follow-redirects",
            "publish",
            "sql",
            "remember");

    /** What a request can be; one of them must be there. */
    static final List<String> KINDS = List.of("http", "submit", "click", "publish", "sql");

    private static final String REMEMBERED =
            "a JSON path such as $.id, header <name>, cookie <name>, status, or a text with a ${placeholder}";

    private RequestReader() {}

    static ActionSpec.Request readOneOfSeveral(Value value, Scope scope) {
        Section section = Section.of(value, KEYS);
        if (KINDS.stream().noneMatch(section::has) && value.isMapping()) {
            value.problem(value.what() + " lacks the key \"http\"; it is a method and a path, as in POST /refunds;"
                    + " or submit, click, publish or sql");
        }
        return read(section, scope);
    }

    static ActionSpec.Request read(Section section, Scope scope) {
        Optional<Value> body = section.value("body");
        if (body.isPresent() && section.has("form")) {
            body.get()
                    .draft()
                    .problem(
                            section.placeOf("form"),
                            section.value("form").orElseThrow().what() + " stands beside a body; one is allowed");
        }
        Optional<JsonNode> json = body.map(value -> Bodies.read(value, scope));
        return new ActionSpec.Request(
                section.value("http")
                        .flatMap(http -> RequestLines.read(http, scope))
                        .orElse(new RequestLine("GET", Template.of("/"))),
                Headers.read(section, scope),
                section.templates("query", scope, RequestReader::named),
                json,
                section.templates("form", scope, RequestReader::named),
                SignatureReader.read(section, scope),
                remember(section, scope),
                SystemStepReader.read(section, scope),
                PageStepReader.read(section, scope),
                section.value("follow-redirects").flatMap(Value::truth).orElse(false));
    }

    private static boolean named(Value.Named entry) {
        if (entry.name().isBlank()) {
            entry.value().draft().problem(entry.place(), "the name of a parameter is empty");
        }
        return !entry.name().isBlank();
    }

    private static Map<String, String> remember(Section section, Scope scope) {
        Map<String, String> remember = new LinkedHashMap<>();
        for (Value.Named entry :
                section.named("remember", "a mapping of names and where their values are taken from")) {
            Value value = entry.value();
            if (Names.identifier(value.draft(), entry.place(), "the name of a remembered value", entry.name())) {
                value.draft().words().remembered().add(entry.name());
            }
            Optional<String> source = source(value, scope);
            boolean answered = SystemStepReader.KEYS.stream().noneMatch(section::has);
            if (!answered && source.isPresent() && !source.get().contains("${")) {
                value.problem(value.what() + " is taken from an answer, and publish and sql give none; a text with a"
                        + " ${placeholder} can be remembered");
            }
            source.ifPresent(taken -> remember.put(entry.name(), taken));
        }
        return remember;
    }

    private static Optional<String> source(Value value, Scope scope) {
        Optional<String> text = value.scalar(REMEMBERED);
        if (text.isEmpty()) {
            return text;
        }
        String source = text.get().strip();
        if (source.contains("${")) {
            Placeholders.check(value, source, scope);
            return text;
        }
        if (source.startsWith("header ")) {
            String header = source.substring("header ".length()).strip();
            return Names.header(value.draft(), value.place(), header) ? Optional.of(source) : Optional.empty();
        }
        boolean known = source.equals("status") || source.matches("cookie \\S+") || JsonPaths.isPath(source);
        return known ? Optional.of(source) : value.mustBe(REMEMBERED);
    }
}
