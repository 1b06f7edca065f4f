package dev.handoff.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A request to a system that can only be asked.
 *
 * @param http relative to the system's {@code url}, or absolute
 * @param query sent beside what the target says itself
 * @param form the body, if it is a form
 * @param body the body, if it is JSON
 */
public record PollRequest(
        RequestLine http, Map<String, Template> query, Map<String, Template> form, Optional<JsonNode> body) {

    public PollRequest {
        query = Ordered.copyOf(query);
        form = Ordered.copyOf(form);
    }

    /** The names of the scenario's values without which it cannot be sent, in the order of their places. */
    public List<String> parameters() {
        Set<String> names = new LinkedHashSet<>();
        templates().forEach(template -> template.references().stream()
                .filter(reference -> reference.fallback().isEmpty())
                .map(Template.Reference::name)
                .filter(PollRequest::isOfTheScenario)
                .forEach(names::add));
        return List.copyOf(names);
    }

    private static boolean isOfTheScenario(String name) {
        return !name.startsWith("application.")
                && !name.startsWith("systems.")
                && !name.equals("key")
                && !name.equals("token");
    }

    private List<Template> templates() {
        List<Template> templates = new ArrayList<>();
        templates.add(http.target());
        templates.addAll(query.values());
        templates.addAll(form.values());
        body.ifPresent(json -> collect(json, templates));
        return templates;
    }

    private static void collect(JsonNode node, List<Template> templates) {
        if (node.isTextual()) {
            templates.add(Template.of(node.asText()));
        }
        node.forEach(child -> collect(child, templates));
    }
}
