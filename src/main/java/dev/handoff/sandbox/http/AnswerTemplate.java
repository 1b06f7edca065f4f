package dev.handoff.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.handoff.fault.Answer;
import dev.handoff.journal.JsonPath;
import dev.handoff.vocabulary.BodyTemplate;
import dev.handoff.vocabulary.SystemSpec.Endpoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Fills in what an end point answers. */
final class AnswerTemplate {

    private AnswerTemplate() {}

    static Answer fill(
            Endpoint endpoint, HttpRequest request, Map<String, String> path, long sequence, List<JsonNode> items) {
        Function<String, Optional<Object>> values = name -> value(name, request, path, sequence, items);
        Map<String, String> headers = new LinkedHashMap<>();
        endpoint.headers().forEach((name, template) -> headers.put(name, template.text(values)));
        Optional<JsonNode> body =
                endpoint.body().or(() -> endpoint.lists().map(effect -> TextNode.valueOf("${items}")));
        return body.map(template -> new Answer(
                        endpoint.status(),
                        headers,
                        "application/json",
                        BodyTemplate.fill(template, values).toString()))
                .orElseGet(() -> new Answer(endpoint.status(), headers, null, ""));
    }

    private static Optional<Object> value(
            String name, HttpRequest request, Map<String, String> path, long sequence, List<JsonNode> items) {
        if (name.equals("sequence")) {
            return Optional.of(sequence);
        }
        if (name.equals("items")) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            items.forEach(array::add);
            return Optional.of(array);
        }
        if (name.equals("fresh.uuid")) {
            return Optional.of(UUID.randomUUID().toString());
        }
        if (name.equals("request.body")) {
            return Optional.of(request.content().tree());
        }
        if (name.startsWith("request.body.")) {
            JsonNode field = JsonPath.find(request.content().tree(), name.substring("request.body.".length()));
            return Optional.of(scalar(field));
        }
        if (name.startsWith("request.path.")) {
            return Optional.ofNullable(path.get(name.substring("request.path.".length())));
        }
        if (name.startsWith("request.query.")) {
            return Optional.of(request.query().getOrDefault(name.substring("request.query.".length()), ""));
        }
        if (name.startsWith("request.header.")) {
            return Optional.of(request.content()
                    .header(name.substring("request.header.".length()))
                    .orElse(""));
        }
        return Optional.empty();
    }

    /** A text as such: within a longer one, a node would bring its quotes. */
    private static Object scalar(JsonNode field) {
        if (field.isTextual()) {
            return field.asText();
        }
        return field.isMissingNode() ? JsonNodeFactory.instance.nullNode() : field;
    }
}
