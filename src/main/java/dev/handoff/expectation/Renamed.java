package dev.handoff.expectation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import dev.handoff.journal.JsonPath;
import dev.handoff.journal.SimilarNames;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds the field that stands where an expected one is missing: beside it, not named by the table, and alike. */
final class Renamed {

    private final JsonNode tree;
    private final Instant at;
    private final Set<String> named;

    Renamed(JsonNode tree, Instant at, List<Field> rows) {
        this.tree = tree;
        this.at = at;
        this.named = rows.stream().map(row -> absolute(row.path())).collect(Collectors.toSet());
    }

    /** For a path without a value: the field that holds the expected one, or one of a similar name and the same type. */
    Optional<String> remark(String path, Matcher expected) {
        int dot = absolute(path).lastIndexOf('.');
        if (path.startsWith(Fields.HEADER) || path.endsWith("]")) {
            return Optional.empty();
        }
        String parent = absolute(path).substring(0, dot);
        String name = absolute(path).substring(dot + 1);
        JsonNode level = JsonPath.find(tree, parent);
        List<String> beside = new ArrayList<>();
        level.fieldNames().forEachRemaining(other -> {
            if (!named.contains(parent + "." + other)) {
                beside.add(other);
            }
        });
        return isTelling(expected)
                ? one(beside, name, other -> expected.matches(level.get(other), at))
                        .map(other -> parent + "." + other + " holds the expected value: renamed?")
                        .or(() -> alike(level, parent, beside, name, expected))
                : alike(level, parent, beside, name, expected);
    }

    private static Optional<String> alike(
            JsonNode level, String parent, List<String> beside, String name, Matcher expected) {
        return one(
                        beside,
                        name,
                        other -> SimilarNames.areSimilar(name, other)
                                && isOfType(expected, level.get(other).getNodeType()))
                .map(other -> parent + "." + other + " holds " + Shown.value(level.get(other)) + ": renamed?");
    }

    /** The only one that fits, or the only one of those that has a similar name. */
    private static Optional<String> one(List<String> names, String name, Predicate<String> fits) {
        List<String> fitting = names.stream().filter(fits).toList();
        if (fitting.size() > 1) {
            fitting = fitting.stream()
                    .filter(other -> SimilarNames.areSimilar(name, other))
                    .toList();
        }
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    /** Whether few values would fit by chance. */
    private static boolean isTelling(Matcher expected) {
        return expected instanceof ExactText text && text.text().length() > 1
                || expected instanceof ExactNumber exact && exact.number().abs().compareTo(BigDecimal.TEN) >= 0
                || expected instanceof Matches;
    }

    private static boolean isOfType(Matcher expected, JsonNodeType type) {
        if (expected instanceof ExactText || expected instanceof Matches || expected instanceof DateWithin) {
            return type == JsonNodeType.STRING;
        }
        if (expected instanceof ExactNumber || expected instanceof Comparison) {
            return type == JsonNodeType.NUMBER;
        }
        return expected instanceof ExactBoolean
                ? type == JsonNodeType.BOOLEAN
                : expected instanceof AnyValue && type != JsonNodeType.NULL;
    }

    private static String absolute(String path) {
        return path.startsWith("$") ? path : "$." + path;
    }
}
