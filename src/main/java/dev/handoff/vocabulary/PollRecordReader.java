package dev.handoff.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads what of a polled system's answers is an effect. */
final class PollRecordReader {

    static final List<String> KEYS = List.of(
            "request",
            "query",
            "body",
            "items",
            "item",
            "id",
            "at",
            "nothing",
            "paging",
            "where",
            "sequence",
            "contract");

    private static final Scope ASKED = Scope.scenario(List.of("key", "token"));
    private static final List<String> SAFE = List.of("GET", "POST");
    private static final String NEVER_ASKED_TWICE = "fresh.uuid";

    private PollRecordReader() {}

    /**
     * What records have in common unless they say otherwise.
     *
     * @param based whether the system has an address that paths are relative to
     */
    record Defaults(
            boolean based,
            Optional<RequestLine> request,
            Map<String, Template> query,
            Optional<JsonNode> body,
            Items items,
            Optional<String> id,
            Optional<String> at,
            Set<Integer> nothing,
            Optional<PollPaging> paging) {}

    /** Where the items are; without a path where that is not said. */
    record Items(Optional<String> path, boolean single) {}

    static Defaults defaults(Section section, boolean based) {
        return new Defaults(
                based,
                section.value("request").flatMap(value -> request(value, ASKED, based)),
                query(section),
                body(section),
                items(section),
                section.value("id").flatMap(JsonPaths::read),
                section.value("at").flatMap(JsonPaths::read),
                nothing(section),
                section.value("paging").flatMap(PollPagingReader::read));
    }

    static Optional<PollRecord> read(Value.Named entry, Defaults defaults) {
        Section section = Section.of(entry.value(), KEYS);
        Defaults own = defaults(section, defaults.based());
        boolean anotherRequest = section.has("request");
        Optional<RequestLine> request = anotherRequest ? own.request() : defaults.request();
        if (request.isEmpty() && !anotherRequest) {
            section.required("request", "it is a method and an address whose answer lists the items, as in GET /leads");
        }
        Map<String, Template> query = new LinkedHashMap<>(anotherRequest ? Map.of() : defaults.query());
        query.putAll(own.query());
        Optional<JsonNode> body = own.body().or(() -> anotherRequest ? Optional.empty() : defaults.body());
        Items items = own.items().path().isPresent() ? own.items() : defaults.items();
        if (items.path().isEmpty()) {
            section.required(
                    "items", "it is where the list is in the answer: a JSON path such as $.items; or say item");
        }
        Map<String, String> where = where(section);
        Optional<SystemSpec.Sequence> sequence = section.value("sequence").flatMap(Sequences::ofItems);
        section.value("contract").ifPresent(contract -> ContractReader.read(contract, entry.name(), List.of()));
        Optional<PollPaging> paging = section.has("paging") ? own.paging() : defaults.paging();
        if (body.isPresent()
                && request.filter(line -> line.method().equals("GET")).isPresent()) {
            entry.value()
                    .problem(entry.value().what() + " has a body, and is asked with GET; ask with POST, or use query");
        }
        return request.map(line -> new PollRecord(
                new PollRecord.Listing(
                        new PollRequest(line, query, Map.of(), body),
                        items.single() ? Optional.empty() : paging,
                        items.path().orElse("$"),
                        items.single(),
                        own.id().or(defaults::id),
                        own.at().or(defaults::at),
                        section.has("nothing") ? own.nothing() : defaults.nothing()),
                where,
                sequence));
    }

    /** A request that changes nothing. */
    static Optional<RequestLine> request(Value value, Scope scope, boolean based) {
        Optional<RequestLine> line = RequestLines.read(value, scope);
        if (line.isEmpty()) {
            return line;
        }
        if (!SAFE.contains(line.get().method())) {
            value.problem("a system is asked with GET, or with POST where its search wants that, found "
                    + line.get().method() + " in " + value.what());
            return Optional.empty();
        }
        if (!based && line.get().target().source().startsWith("/")) {
            value.problem(value.what() + " is a path, and the system has no \"url\" that it could be relative to");
            return Optional.empty();
        }
        requireRepeatable(value, line.get().target());
        return line;
    }

    private static void requireRepeatable(Value value, Template template) {
        if (template.references().stream()
                .anyMatch(reference -> reference.name().equals(NEVER_ASKED_TWICE))) {
            value.problem(value.what() + " cannot have ${" + NEVER_ASKED_TWICE
                    + "}: it would be another question each time; ${unique.uuid} is the scenario's own");
        }
    }

    private static Map<String, Template> query(Section section) {
        return section.templates("query", ASKED, entry -> {
            boolean named = !entry.name().isBlank();
            if (!named) {
                entry.value().draft().problem(entry.place(), "the name of a parameter is empty");
            }
            entry.value().template(Scope.ANYTHING).ifPresent(template -> requireRepeatable(entry.value(), template));
            return named;
        });
    }

    private static Optional<JsonNode> body(Section section) {
        return section.value("body").map(value -> Bodies.read(value, ASKED));
    }

    private static Items items(Section section) {
        if (section.has("items") && section.has("item")) {
            section.value("item")
                    .ifPresent(value -> value.problem(value.what() + " stands beside items; one is allowed"));
        }
        return section.has("item")
                ? new Items(section.value("item").flatMap(JsonPaths::read), true)
                : new Items(section.value("items").flatMap(JsonPaths::read), false);
    }

    private static Set<Integer> nothing(Section section) {
        Set<Integer> statuses = new TreeSet<>();
        section.value("nothing").ifPresent(value -> {
            if (value.node() instanceof Node.Sequence) {
                statuses.addAll(value.list("a list of statuses", status -> status.number(204, 499)));
            } else {
                value.number(204, 499).ifPresent(statuses::add);
            }
        });
        return Set.copyOf(statuses);
    }

    private static Map<String, String> where(Section section) {
        Map<String, String> where = new LinkedHashMap<>();
        for (Value.Named entry : section.named("where", "a mapping of JSON paths and values")) {
            boolean good = JsonPaths.isPath(entry.name());
            if (!good) {
                entry.value()
                        .draft()
                        .problem(
                                entry.place(),
                                Words.quoted(entry.name()) + " in where is no " + JsonPaths.ALLOWED.substring(2));
            }
            Conditions.value(entry.value()).filter(text -> good).ifPresent(text -> where.put(entry.name(), text));
        }
        return where;
    }
}
