package dev.handoff.action;

import dev.handoff.journal.Message;
import dev.handoff.vocabulary.ActionSpec;
import dev.handoff.vocabulary.BodyTemplate;
import dev.handoff.vocabulary.PageStep;
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
     * @param page what was shown last; null for nothing
     * @throws ActionFailed when it cannot be signed, or the page has not what is to be submitted or clicked
     */
    Prepared prepare(ActionSpec.Request request, Page page, Values all) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        request.headers().forEach((name, template) -> headers.put(name, List.of(template.text(all))));
        if (request.page().isPresent()) {
            return onPage(request, page, all).withHeaders(headers);
        }
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
        return new Prepared(request.http().method(), url, Message.of(headers, type, body), request.followRedirects());
    }

    private static Prepared onPage(ActionSpec.Request request, Page page, Values all) {
        PageStep step = request.page().orElseThrow();
        String what = step.what().text(all);
        if (page == null) {
            throw new ActionFailed("there is no page yet on which \"" + what + "\" could be "
                    + (step instanceof PageStep.Submit ? "submitted" : "clicked")
                    + ": nothing before it in this scenario was answered with HTML");
        }
        if (step instanceof PageStep.Click) {
            return page.click(what);
        }
        Map<String, String> filled = new LinkedHashMap<>();
        request.form().forEach((name, template) -> filled.put(name, template.text(all)));
        return page.submit(what, filled);
    }

    private String absolute(String target) {
        return target.matches("https?://.*") ? target : applicationUrl + (target.startsWith("/") ? "" : "/") + target;
    }
}
