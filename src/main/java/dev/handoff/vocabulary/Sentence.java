package dev.handoff.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence of the vocabulary, {@code the customer requests a refund of {amount:money}}, as a Cucumber expression.
 *
 * @param expression with types only, {@code the customer requests a refund of {money}}
 * @param parameters its parameters in order
 * @see <a href="https://github.com/cucumber/cucumber-expressions">Cucumber Expressions</a>
 */
record Sentence(String expression, List<Parameter> parameters) {

    static final List<String> TYPES = List.of("string", "money", "int", "decimal", "word", "duration");

    private static final String STANDARD_TYPE = "string";
    private static final Pattern KEYWORD = Pattern.compile("(Given|When|Then|And|But|\\*) .*");
    private static final Pattern PARAMETER = Pattern.compile("([^:]*)(?::(.*))?");

    record Parameter(String name, String type) {
        /** What a placeholder may say to mean it or a part of it. */
        List<String> placeholders() {
            return type.equals("money")
                    ? List.of(name, name + ".minor", name + ".major", name + ".currency")
                    : List.of(name);
        }
    }

    Sentence {
        parameters = List.copyOf(parameters);
    }

    List<String> names() {
        return parameters.stream().map(Parameter::name).toList();
    }

    boolean takesTable() {
        return expression.endsWith(":");
    }

    /** The sentence, or nothing if it is none; then the reasons have been reported. */
    static Optional<Sentence> read(Draft draft, Place place, String text) {
        Optional<String> complaint = notASentence(text).or(() -> SentenceSyntax.complaint(text));
        if (complaint.isPresent()) {
            draft.problem(place, "the sentence " + Words.quoted(text) + " " + complaint.get());
            return Optional.empty();
        }
        List<Parameter> parameters = new ArrayList<>();
        StringBuilder expression = new StringBuilder();
        boolean good = true;
        for (SentenceSyntax.Piece piece : SentenceSyntax.pieces(text)) {
            if (piece.parameter()) {
                Optional<Parameter> parameter = parameter(draft, place, text, piece.text(), parameters);
                good &= parameter.isPresent();
                parameter.ifPresent(parameters::add);
                expression
                        .append('{')
                        .append(parameter.map(Parameter::type).orElse(""))
                        .append('}');
            } else {
                expression.append(piece.text());
            }
        }
        return good ? Optional.of(new Sentence(expression.toString(), parameters)) : Optional.empty();
    }

    static void requireNew(Draft draft, Place place, String written, Sentence sentence) {
        draft.words()
                .expression(sentence.expression(), place)
                .ifPresent(first -> draft.problem(
                        place,
                        "the sentence " + Words.quoted(written) + " fits the same steps as the one at " + first
                                + "; Cucumber could not tell them apart"));
    }

    private static Optional<String> notASentence(String text) {
        if (text.isBlank()) {
            return Optional.of("is empty");
        }
        if (!text.equals(text.strip()) || text.matches("(?s).*(\\s{2}|[\\t\\n\\r]).*")) {
            return Optional.of("has spaces around it, two in a row, or a line break; a step could not match it");
        }
        if (text.startsWith("^") || text.endsWith("$")) {
            return Optional.of("begins with ^ or ends with $, which Cucumber takes for a regular expression");
        }
        return KEYWORD.matcher(text).matches()
                ? Optional.of("begins with a keyword; leave out " + Words.quoted(text.substring(0, text.indexOf(' '))))
                : Optional.empty();
    }

    private static Optional<Parameter> parameter(
            Draft draft, Place place, String text, String inside, List<Parameter> before) {
        Matcher parts = PARAMETER.matcher(inside);
        String where = " in the sentence " + Words.quoted(text);
        if (!parts.matches() || parts.group(1).isBlank()) {
            draft.problem(
                    place, "the parameter {" + inside + "}" + where + " has no name; write {name} or {name:type}");
            return Optional.empty();
        }
        String name = parts.group(1);
        String type = parts.group(2) == null ? STANDARD_TYPE : parts.group(2);
        if (parts.group(2) == null && TYPES.contains(name)) {
            draft.problem(
                    place,
                    "the parameter {" + name + "}" + where + " is a type without a name; write {name:" + name + "}");
            return Optional.empty();
        }
        boolean good = Names.identifier(draft, place, "a parameter" + where, name);
        if (!TYPES.contains(type)) {
            draft.problem(
                    place,
                    "unknown type " + Words.quoted(type) + " of the parameter {" + inside + "}" + where
                            + Words.known(type, TYPES));
            good = false;
        }
        if (before.stream().anyMatch(parameter -> parameter.name().equals(name))) {
            draft.problem(place, "two parameters are called " + Words.quoted(name) + where);
            good = false;
        }
        return good ? Optional.of(new Parameter(name, type)) : Optional.empty();
    }
}
