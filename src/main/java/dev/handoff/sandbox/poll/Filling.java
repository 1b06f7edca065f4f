package dev.handoff.sandbox.poll;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handoff.vocabulary.BodyTemplate;
import dev.handoff.vocabulary.PollRequest;
import dev.handoff.vocabulary.Template;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Fills requests of the vocabulary with values.
 *
 * @param base what paths are relative to
 */
record Filling(Optional<Template> base, Secrets secrets) {

    /**
     * Fills one.
     *
     * @throws Template.UnknownValue when a value is missing
     * @throws IllegalArgumentException when what comes out is no address
     */
    Outgoing fill(PollRequest request, Function<String, Optional<Object>> values) {
        Map<String, String> query = new LinkedHashMap<>();
        request.query().forEach((name, template) -> {
            requireUnquoted(template, values);
            String value = template.text(values);
            secrets.add(name, value);
            query.put(name, value);
        });
        Map<String, String> form = new LinkedHashMap<>();
        request.form().forEach((name, template) -> {
            String value = template.text(values);
            secrets.add(name, value);
            form.put(name, value);
        });
        String url = Url.with(absolute(request.http().target(), values), query);
        URI uri = URI.create(url);
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("there is no host in \"" + secrets.hide(url) + "\"");
        }
        return new Outgoing(
                request.http().method(), uri, form, request.body().map(body -> BodyTemplate.fill(body, values)));
    }

    /** What stands between quotes must not end them: a query in a language of its own would ask for something else. */
    private static void requireUnquoted(Template template, Function<String, Optional<Object>> values) {
        for (Template.Reference reference : template.references()) {
            String value = values.apply(reference.name())
                    .map(some -> some instanceof JsonNode node ? node.asText() : String.valueOf(some))
                    .orElse("");
            for (String quote : List.of("'", "\"")) {
                boolean isQuoted = template.source().contains(quote + "${" + reference.name());
                if (isQuoted && (value.contains(quote) || value.contains("\\"))) {
                    throw new IllegalArgumentException("the value of " + reference.name()
                            + " has a quote or a backslash in it, and cannot stand between quotes");
                }
            }
        }
    }

    private String absolute(Template target, Function<String, Optional<Object>> values) {
        String filled = target.text(name -> values.apply(name).map(value -> isAddress(name) ? value : encoded(value)));
        return filled.startsWith("/") ? base.orElseThrow().text(values).replaceFirst("/+$", "") + filled : filled;
    }

    private static boolean isAddress(String name) {
        return name.startsWith("application.") || name.startsWith("systems.");
    }

    private static String encoded(Object value) {
        return Url.encode(value instanceof JsonNode node ? node.asText() : String.valueOf(value));
    }
}
