package dev.handoff.action;

import dev.handoff.journal.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * A page as a browser shows it, to submit its forms and follow its links.
 *
 * @param url where it came from
 */
record Page(String url, String html) {

    private static final String BUTTONS =
            "input[type=submit], input[type=button], input[type=image], input[type=reset], input[type=file], button";
    private static final String SUBMITS =
            "input[type=submit][name~=.], button[name~=.]:not([type=button], [type=reset])";

    /** The page of an answer, if it is HTML. */
    static Optional<Page> of(Answered answered) {
        String type = answered.content().contentType();
        return type != null && type.matches("(?i)(text/html|application/xhtml\\+xml)\\b.*")
                ? Optional.of(new Page(answered.url(), answered.content().text()))
                : Optional.empty();
    }

    /**
     * One of its forms as it is sent: with its hidden fields and what stands in the others, and by its first button.
     *
     * @param name the form's {@code id} or {@code name}
     * @param filled fields and what is filled in; a button's name chooses the button
     * @throws ActionFailed when the page has no such form, or the form no such field
     * @see <a href="https://html.spec.whatwg.org/#constructing-the-form-data-set">constructing the entry list</a>
     */
    Prepared submit(String name, Map<String, String> filled) {
        Document page = parsed();
        FormElement form = page.forms().stream()
                .filter(each -> name.equals(each.id()) || name.equals(each.attr("name")))
                .findFirst()
                .orElseThrow(() -> new ActionFailed(said(page) + " has no form \"" + name + "\"; " + forms(page)));
        String target = address(form, "action", said(page));
        String fields = fields(form, name, filled);
        if (!form.attr("method").equalsIgnoreCase("post")) {
            return new Prepared("GET", target.replaceAll("\\?.*", "") + "?" + fields, Message.EMPTY, true);
        }
        Message content = Message.of(Map.of(), "application/x-www-form-urlencoded", fields);
        return new Prepared("POST", target, content, true);
    }

    private static String fields(FormElement form, String name, Map<String, String> filled) {
        List<String> known =
                form.select("[name]").eachAttr("name").stream().distinct().toList();
        filled.keySet().stream()
                .filter(field -> !known.contains(field))
                .findFirst()
                .ifPresent(field -> {
                    throw new ActionFailed("the form \"" + name + "\" has no field \"" + field + "\"; it has "
                            + (known.isEmpty() ? "none" : String.join(", ", known)));
                });
        List<Element> buttons = form.select(SUBMITS);
        Optional<Map.Entry<String, String>> pressed = buttons.stream()
                .filter(button -> filled.containsKey(button.attr("name")))
                .findFirst()
                .or(() -> buttons.stream().findFirst())
                .map(button -> Map.entry(button.attr("name"), button.attr("value")));
        form.select(BUTTONS).removeAttr("name");
        Stream<Map.Entry<String, String>> standing = Stream.concat(
                        form.formData().stream().map(field -> Map.entry(field.key(), field.value())), pressed.stream())
                .filter(field -> !filled.containsKey(field.getKey()));
        return Stream.concat(standing, filled.entrySet().stream())
                .map(field -> Address.encode(field.getKey()) + "=" + Address.encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /**
     * One of its links, to be followed.
     *
     * @param text what can be read on it, or its {@code id}
     * @throws ActionFailed when the page has no such link
     */
    Prepared click(String text) {
        Document page = parsed();
        Element link = page.select("a[href]").stream()
                .filter(each -> text.equals(each.text()) || text.equals(each.id()))
                .findFirst()
                .orElseThrow(() -> new ActionFailed(said(page) + " has no link \"" + text + "\"; " + links(page)));
        return new Prepared("GET", address(link, "href", said(page)), Message.EMPTY, true);
    }

    private Document parsed() {
        return Jsoup.parse(html, url);
    }

    private String address(Element element, String attribute, String page) {
        String address = element.attr(attribute).isBlank() ? url : element.absUrl(attribute);
        if (!address.matches("https?://.*")) {
            throw new ActionFailed(page + " leads to \"" + element.attr(attribute) + "\", which is no address");
        }
        return Address.of(address, Map.of()).replaceAll("#.*", "");
    }

    private static String said(Document page) {
        return Stream.of(page.title(), page.select("h1").text())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .map(text -> "\"" + text + "\"")
                .reduce((title, heading) -> title + ", " + heading)
                .map(text -> "the page " + text)
                .orElse("the page");
    }

    private static String forms(Document page) {
        return listed(page.forms().stream()
                .map(form -> form.id().isEmpty() ? form.attr("name") : form.id())
                .toList());
    }

    private static String links(Document page) {
        return listed(page.select("a[href]").stream().map(Element::text).toList());
    }

    private static String listed(List<String> names) {
        List<String> said = names.stream()
                .filter(name -> !name.isBlank())
                .distinct()
                .limit(12)
                .toList();
        return "it has " + (said.isEmpty() ? "none with a name" : "\"" + String.join("\", \"", said) + "\"");
    }
}
