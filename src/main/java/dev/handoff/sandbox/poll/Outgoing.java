package dev.handoff.sandbox.poll;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A request, filled, before it knows how it is authorised.
 *
 * @param form as the body, if there is one
 * @param json as the body, if there is one
 */
record Outgoing(String method, URI uri, Map<String, String> form, Optional<JsonNode> json) {

    Outgoing to(URI another) {
        return new Outgoing(method, another, form, json);
    }

    /** The same with query parameters. */
    Outgoing asking(Map<String, String> parameters) {
        return to(URI.create(Url.with(uri.toString(), parameters)));
    }

    /** The same with a field of the body. */
    Outgoing with(String path, JsonNode value) {
        ObjectNode body = json.filter(JsonNode::isObject)
                .map(node -> (ObjectNode) node.deepCopy())
                .orElseGet(JsonNodeFactory.instance::objectNode);
        ObjectNode at = body;
        String[] names = path.replaceFirst("^\\$\\.?", "").split("\\.");
        for (int i = 0; i < names.length - 1; i++) {
            at = at.withObjectProperty(names[i]);
        }
        at.set(names[names.length - 1], value);
        return new Outgoing(method, uri, form, Optional.of(body));
    }

    HttpRequest with(Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Accept", "application/json");
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.noBody();
        if (json.isPresent()) {
            all.put("Content-Type", "application/json");
            body = text(json.get().toString());
        } else if (!form.isEmpty()) {
            all.put("Content-Type", "application/x-www-form-urlencoded");
            body = text(form.entrySet().stream()
                    .map(field -> Url.encode(field.getKey()) + "=" + Url.encode(field.getValue()))
                    .collect(Collectors.joining("&")));
        }
        headers.forEach((name, value) -> {
            all.keySet().removeIf(name::equalsIgnoreCase);
            all.put(name, value);
        });
        all.forEach(request::setHeader);
        return request.method(method, body).build();
    }

    private static HttpRequest.BodyPublisher text(String text) {
        return HttpRequest.BodyPublishers.ofString(text, StandardCharsets.UTF_8);
    }

    /** Without its query, in which there may be secrets. */
    String words() {
        return method + " " + uri.getRawPath();
    }
}
