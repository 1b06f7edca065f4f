package dev.handoff.action;

import dev.handoff.journal.Message;
import dev.handoff.vocabulary.ActionSpec;
import dev.handoff.vocabulary.BodyTemplate;
import dev.handoff.vocabulary.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Requests of the vocabulary, filled with the values of a scenario.
 *
 * @param applicationUrl what paths are relative to
 */
record Requests(String applicationUrl) {

    /**
     * Fills one.
     *
     * @throws Template.UnknownValue when a value is missing
     * @throws ActionFailed when it cannot be signed
     */
    Prepared prepare(ActionSpec.Request request, Values all) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        request.headers().forEach((name, template) -> headers.put(name, List.of(template.text(all))));
        Map<String, String> query = new LinkedHashMap<>();
        request.query().forEach((name, template) -> query.put(name, template.text(all)));
        String target = request.http().target().text(all);
        String type = null;
        String body = "";
        if (request.body().isPresent()) {
            type = "application/json";
            body = BodyTemplate.fill(request.body().get(), all).toString();
        } else if (!request.form().isEmpty()) {
            type = "application/x-www-form-urlencoded";
            body = request.form().entrySet().stream()
                    .map(field -> Address.encode(field.getKey()) + "="
                            + Address.encode(field.getValue().text(all)))
                    .collect(Collectors.joining("&"));
        }
        if (request.sign().isPresent()) {
            ActionSpec.Signature sign = request.sign().get();
            headers.put(sign.header(), List.of(Signing.of(body, sign, all)));
        }
        String url = Address.of(absolute(target), query);
        return new Prepared(request.http().method(), url, Message.of(headers, type, body), false);
    }

    private String absolute(String target) {
        return target.matches("https?://.*") ? target : applicationUrl + (target.startsWith("/") ? "" : "/") + target;
    }
}
