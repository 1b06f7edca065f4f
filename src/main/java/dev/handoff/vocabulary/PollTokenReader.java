package dev.handoff.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how a token is had. */
final class PollTokenReader {

    static final List<String> KEYS =
            List.of("request", "headers", "user", "password", "form", "body", "value", "expires-in");

    private PollTokenReader() {}

    static PollToken read(Value value, boolean based) {
        Section section = Section.of(value, KEYS);
        Optional<RequestLine> line = section.required(
                        "request", "it is a method and an address, as in POST /oauth/token")
                .flatMap(request -> PollRecordReader.request(request, Scope.ADDRESSES, based));
        Map<String, Template> form = section.templates("form", Scope.NOTHING, entry -> true);
        Optional<JsonNode> body = section.value("body").map(json -> Bodies.read(json, Scope.NOTHING));
        if (body.isPresent() && !form.isEmpty()) {
            section.value("form")
                    .ifPresent(part -> part.problem(part.what() + " stands beside a body; one is allowed"));
        }
        return new PollToken(
                new PollRequest(line.orElse(new RequestLine("GET", Template.of("/"))), Map.of(), form, body),
                Headers.read(section, Scope.ADDRESSES),
                PollSystemReader.login(section),
                section.value("value").flatMap(JsonPaths::read).orElse("$.access_token"),
                section.value("expires-in").flatMap(JsonPaths::read).orElse("$.expires_in"));
    }
}
