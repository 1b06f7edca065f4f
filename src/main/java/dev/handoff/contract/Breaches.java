package dev.handoff.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.handoff.journal.Breach;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns what the validator says into facts about places of the payload, one for each place and rule. */
final class Breaches {

    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$-]*");
    private static final Set<String> EITHER = Set.of("anyOf", "oneOf");
    private static final Set<String> NOT_ALLOWED = Set.of("additionalProperties", "unevaluatedProperties");

    private final JsonNode schema;
    private final List<Error> errors;
    private final Renames renames;

    Breaches(JsonNode schema, List<Error> errors) {
        this.schema = schema;
        this.errors = errors;
        this.renames = new Renames(schema, errors);
    }

    List<Breach> list() {
        Set<String> wrongKind = errors.stream()
                .filter(error ->
                        error.getKeyword().equals("type") && either(error).isEmpty())
                .map(error -> path(error.getInstanceLocation()))
                .collect(Collectors.toSet());
        Map<String, List<Error>> alternatives = new LinkedHashMap<>();
        List<Breach> breaches = new ArrayList<>();
        for (Error error : errors) {
            String either = either(error);
            boolean told = !error.getKeyword().equals("type")
                    && error.getProperty() == null
                    && wrongKind.contains(path(error.getInstanceLocation()));
            if (!either.isEmpty()) {
                alternatives.computeIfAbsent(either, none -> new ArrayList<>()).add(error);
            } else if (!told) {
                breaches.add(breach(error));
            }
        }
        alternatives.forEach((rule, all) -> breaches.add(noneFits(rule, all)));
        return breaches.stream().distinct().toList();
    }

    private Breach breach(Error error) {
        String place = path(error.getInstanceLocation());
        String rule = "#" + pointerOf(error);
        if (error.getKeyword().equals("required") && error.getProperty() != null) {
            JsonNode missing = renames.declared(error);
            return new Breach(
                    place + step(error.getProperty()),
                    rule,
                    Kinds.words(Kinds.allowedBy(missing)),
                    null,
                    renames.remark(error)
                            .map(to -> place + step(to) + " is new and holds the same kind of value: renamed?")
                            .orElse(null));
        }
        if (NOT_ALLOWED.contains(error.getKeyword()) && error.getProperty() != null) {
            JsonNode extra = error.getInstanceNode().path(error.getProperty());
            return new Breach(
                    place + step(error.getProperty()),
                    rule,
                    "no field that the contract does not name",
                    Found.in(extra),
                    null);
        }
        return new Breach(place, rule, Rule.words(error), Found.in(error.getInstanceNode()), null);
    }

    /** Of several alternatives none fits: where they all ask for kinds, those; else that there are alternatives. */
    private Breach noneFits(String rule, List<Error> all) {
        Error outermost = all.stream()
                .min((one, other) -> Integer.compare(
                        one.getInstanceLocation().getNameCount(),
                        other.getInstanceLocation().getNameCount()))
                .orElseThrow();
        boolean onlyKinds = all.stream()
                .filter(error -> !EITHER.contains(error.getKeyword()))
                .allMatch(error -> error.getKeyword().equals("type")
                        && error.getInstanceLocation().equals(outermost.getInstanceLocation()));
        Set<String> kinds = new TreeSet<>();
        all.forEach(error -> {
            if (error.getKeyword().equals("type")) {
                kinds.addAll(Kinds.allowedBy(schema.at(parent(pointerOf(error)))));
            }
        });
        boolean tooMany = all.stream()
                .anyMatch(error -> error.getKeyword().equals("oneOf")
                        && error.getArguments().length > 0
                        && !"0".equals(String.valueOf(error.getArguments()[0])));
        String expected = onlyKinds && !kinds.isEmpty() && !tooMany
                ? Kinds.words(kinds)
                : tooMany ? "what one of the alternatives alone allows" : "what one of the alternatives allows";
        return new Breach(
                path(outermost.getInstanceLocation()),
                "#" + rule,
                expected,
                Found.in(outermost.getInstanceNode()),
                null);
    }

    /** The place in the schema of the alternatives that an error is part of; empty when there are none. */
    private static String either(Error error) {
        NodePath path = error.getEvaluationPath();
        StringBuilder pointer = new StringBuilder();
        for (int i = 0; i < path.getNameCount(); i++) {
            pointer.append('/').append(escaped(path.getName(i)));
            boolean isName = i > 0 && Set.of("properties", "$defs").contains(path.getName(i - 1));
            if (EITHER.contains(path.getName(i)) && !isName) {
                return pointer.toString();
            }
        }
        return "";
    }

    /** Where in the schema the rule stands. */
    static String pointerOf(Error error) {
        String location = error.getSchemaLocation().toString();
        return location.substring(location.indexOf('#') + 1);
    }

    static String parent(String pointer) {
        return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
    }

    static String pointer(NodePath path) {
        StringBuilder pointer = new StringBuilder("#");
        for (int i = 0; i < path.getNameCount(); i++) {
            pointer.append('/').append(escaped(path.getName(i)));
        }
        return pointer.toString();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    static String path(NodePath path) {
        StringBuilder text = new StringBuilder("$");
        for (int i = 0; i < path.getNameCount(); i++) {
            Object element = path.getElement(i);
            text.append(element instanceof Integer index ? "[" + index + "]" : step(String.valueOf(element)));
        }
        return text.toString();
    }

    static String step(String name) {
        return PLAIN_NAME.matcher(name).matches() ? "." + name : "['" + name + "']";
    }
}
