package dev.handoff.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.handoff.journal.JsonPath;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * {@code has become stricter: it rejects a request without "postcode"}: what does not have the field, or has it otherwise
 * than a pattern says, is answered 422 with the field's name.
 *
 * @param field a path
 * @param pattern what its whole text must match; it must only be there when absent
 */
public record Stricter(String field, Optional<Pattern> pattern) implements HttpFault {

    private static final int UNPROCESSABLE = 422;

    /** A field that must be there, and not empty. */
    public static Stricter requiring(String field) {
        return new Stricter(field, Optional.empty());
    }

    /**
     * A field that must match.
     *
     * @throws IllegalArgumentException for what is no regular expression
     */
    public static Stricter matching(String field, String pattern) {
        try {
            return new Stricter(field, Optional.of(Pattern.compile(pattern)));
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException(
                    "\"" + pattern + "\" is no regular expression: " + wrong.getDescription());
        }
    }

    @Override
    public String describe() {
        return "has become stricter: it rejects a request "
                + pattern.map(shape -> "whose \"" + field + "\" does not match \"" + shape + "\"")
                        .orElse("without \"" + field + "\"");
    }

    @Override
    public Optional<Treatment> meet(Arrival request) {
        if (request.effect() == null) {
            return Optional.empty();
        }
        JsonNode value = JsonPath.find(request.content().tree(), field);
        boolean there = !value.isMissingNode()
                && !value.isNull()
                && !(value.isTextual() && value.asText().isBlank());
        if (there
                && pattern.map(shape -> shape.matcher(value.asText()).matches()).orElse(true)) {
            return Optional.empty();
        }
        String detail = there ? "has a form that is not allowed" : "is required";
        return Optional.of(Treatment.refused(Problem.answer(
                UNPROCESSABLE,
                Map.of(),
                ",\"errors\":[{\"field\":" + TextNode.valueOf(field) + ",\"detail\":\"" + detail + "\"}]")));
    }
}
