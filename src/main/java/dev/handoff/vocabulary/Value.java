package dev.handoff.vocabulary;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value of the file that is about to become something; each method that answers empty has reported why.
 *
 * @param place where a mistake in it is reported
 * @param what what it is, as in {@code within in defaults}
 */
record Value(Node node, Place place, String what, Draft draft) {

    Value(Node node, String what, Draft draft) {
        this(node, node.place(), what, draft);
    }

    /** A further part of the file, called {@code what}. */
    Value part(Node part, String what) {
        return new Value(part, what, draft);
    }

    /** The value of an entry; a mistake in more than a scalar is reported at its key. */
    Value part(Node.Entry entry, String what) {
        boolean atItself = entry.value() instanceof Node.Scalar scalar && !scalar.isNothing();
        return new Value(
                entry.value(), atItself ? entry.value().place() : entry.key().place(), what, draft);
    }

    Value called(String name) {
        return new Value(node, place, name, draft);
    }

    void problem(String text) {
        draft.problem(place, text);
    }

    /** Reports that something else is expected; what was found is said last. */
    <T> Optional<T> mustBe(String allowed) {
        problem(what + " must be " + allowed + ", found " + node.found());
        return Optional.empty();
    }

    boolean isMapping() {
        return node instanceof Node.Mapping;
    }

    /** A text, number or truth value as a text; nothing and collections are refused. */
    Optional<String> scalar(String allowed) {
        return node instanceof Node.Scalar scalar && !scalar.isNothing() ? Optional.of(scalar.text()) : mustBe(allowed);
    }

    /** A text that is not empty, without placeholders other than environment variables. */
    Optional<String> text() {
        return text("a text");
    }

    Optional<String> text(String allowed) {
        if (!(node instanceof Node.Scalar scalar) || !scalar.isText()) {
            return mustBe(allowed);
        }
        if (scalar.text().isBlank()) {
            problem(what + " must be " + allowed + ", found an empty text");
            return Optional.empty();
        }
        return Placeholders.none(this, scalar.text());
    }

    /** A text, number or truth value with placeholders that are checked once all words are known. */
    Optional<Template> template(Scope scope) {
        return scalar("a text").map(text -> {
            Placeholders.check(this, text, scope);
            return Template.of(text);
        });
    }

    /** True or false. */
    Optional<Boolean> truth() {
        return node instanceof Node.Scalar scalar && scalar.text().matches("true|false")
                ? Optional.of(scalar.text().equals("true"))
                : mustBe("true or false");
    }

    /** A whole number. */
    Optional<Integer> number(int least, int most) {
        String allowed = most == Integer.MAX_VALUE
                ? "a whole number" + (least == 0 ? "" : " of at least " + least)
                : "a whole number from " + least + " to " + most;
        if (node instanceof Node.Scalar scalar
                && (scalar.json().isIntegralNumber() || scalar.fromEnvironment())
                && scalar.text().matches("\\d{1,9}")) {
            int number = Integer.parseInt(scalar.text());
            if (number >= least && number <= most) {
                return Optional.of(number);
            }
        }
        return mustBe(allowed);
    }

    List<Value> items(String allowed) {
        if (node instanceof Node.Sequence sequence) {
            return sequence.items().stream().map(item -> part(item, what)).toList();
        }
        mustBe(allowed);
        return List.of();
    }

    /** The items that can be read; the others have been reported. */
    <T> List<T> list(String allowed, Function<Value, Optional<T>> read) {
        return items(allowed).stream()
                .flatMap(item -> read.apply(item).stream())
                .toList();
    }

    /** The entries of a mapping whose keys are the team's own words. */
    List<Named> named(String allowed) {
        if (node instanceof Node.Mapping mapping) {
            return mapping.entries().stream()
                    .map(entry -> new Named(
                            entry.key().text(),
                            entry.key().place(),
                            part(entry, entry.key().text() + " in " + what)))
                    .toList();
        }
        mustBe(allowed);
        return List.of();
    }

    /** An entry: its key, where that stands, and its value. */
    record Named(String name, Place place, Value value) {}
}
