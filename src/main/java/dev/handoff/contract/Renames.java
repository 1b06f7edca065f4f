package dev.handoff.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import dev.handoff.journal.SimilarNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the field that stands where a required one is missing: beside it, named nowhere in the contract, and of the same
 * kind, if the contract says which. Where several fit, one of a similar name alone is told; where none is alone, none.
 */
final class Renames {

    private final JsonNode schema;
    private final Map<Error, Set<String>> candidates = new HashMap<>();
    private final List<Error> missing = new ArrayList<>();

    Renames(JsonNode schema, List<Error> errors) {
        this.schema = schema;
        for (Error error : errors) {
            if (error.getKeyword().equals("required") && error.getProperty() != null) {
                missing.add(error);
                candidates.put(error, candidates(error));
            }
        }
    }

    /** What the contract says of the field that is missing. */
    JsonNode declared(Error error) {
        return JsonReferences.resolve(schema, holder(error).path("properties").path(error.getProperty()));
    }

    Optional<String> remark(Error error) {
        Set<String> fitting = candidates.get(error);
        List<String> alike = fitting.stream()
                .filter(name -> SimilarNames.areSimilar(error.getProperty(), name))
                .toList();
        if (alike.size() == 1 && rivals(error, alike.get(0), true) == 0) {
            return Optional.of(alike.get(0));
        }
        return fitting.size() == 1 && rivals(error, fitting.iterator().next(), false) == 0
                ? Optional.of(fitting.iterator().next())
                : Optional.empty();
    }

    /** How many other missing fields the same new one could be. */
    private long rivals(Error error, String name, boolean alike) {
        return missing.stream()
                .filter(other -> other != error
                        && other.getInstanceLocation().equals(error.getInstanceLocation())
                        && !other.getProperty().equals(error.getProperty()))
                .filter(other -> candidates.get(other).contains(name))
                .filter(other -> !alike || SimilarNames.areSimilar(other.getProperty(), name))
                .count();
    }

    private Set<String> candidates(Error error) {
        JsonNode declared = declared(error);
        Set<String> kinds = Kinds.allowedBy(declared);
        Set<String> known = known(error);
        Set<String> fitting = new LinkedHashSet<>();
        error.getInstanceNode().properties().forEach(field -> {
            boolean isNew = !known.contains(field.getKey());
            if (isNew
                    && !kinds.isEmpty()
                    && !field.getValue().isNull()
                    && Kinds.fits(kinds, Kinds.of(field.getValue()))) {
                fitting.add(field.getKey());
            }
        });
        return fitting;
    }

    /** The names that the contract gives on this level; where it is put together of parts, all that it gives anywhere. */
    private Set<String> known(Error error) {
        Set<String> names = new LinkedHashSet<>();
        JsonNode holder = holder(error);
        holder.path("properties").fieldNames().forEachRemaining(names::add);
        boolean parts = isComposed(holder)
                || error.getEvaluationPath().toString().matches(".*/(allOf|then|else)/.*")
                || isComposed(schema);
        if (parts || holder.has("patternProperties")) {
            schema.findValues("properties").forEach(all -> all.fieldNames().forEachRemaining(names::add));
        }
        holder.path("patternProperties").fieldNames().forEachRemaining(pattern -> error.getInstanceNode()
                .fieldNames()
                .forEachRemaining(name -> {
                    if (Pattern.compile(pattern).matcher(name).find()) {
                        names.add(name);
                    }
                }));
        return names;
    }

    static boolean isComposed(JsonNode part) {
        return List.of("allOf", "anyOf", "oneOf", "if", "$ref", "dependentSchemas").stream()
                .anyMatch(part::has);
    }

    /** The part of the schema that requires the field. */
    private JsonNode holder(Error error) {
        return schema.at(Breaches.parent(Breaches.pointerOf(error)));
    }
}
