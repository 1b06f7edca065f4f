package dev.handoff.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;

/** A piece of YAML and where it stands. */
sealed interface Node {

    Place place();

    /** What it is, in words that fit after "found". */
    String found();

    /** The same without places; strings stay as written. */
    JsonNode json();

    /** Keys and values in the order of the file; no key stands twice. */
    record Mapping(Place place, List<Entry> entries) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }

        Optional<Entry> entry(String key) {
            return entries.stream()
                    .filter(entry -> entry.key().text().equals(key))
                    .findFirst();
        }

        @Override
        public String found() {
            return entries.isEmpty() ? "an empty mapping" : "a mapping";
        }

        @Override
        public JsonNode json() {
            var object = JsonNodeFactory.instance.objectNode();
            entries.forEach(
                    entry -> object.set(entry.key().text(), entry.value().json()));
            return object;
        }
    }

    record Entry(Scalar key, Node value) {}

    record Sequence(Place place, List<Node> items) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String found() {
            return items.isEmpty() ? "an empty list" : "a list";
        }

        @Override
        public JsonNode json() {
            var array = JsonNodeFactory.instance.arrayNode();
            items.forEach(item -> array.add(item.json()));
            return array;
        }
    }

    /**
     * A text, number, truth value or nothing.
     *
     * @param written as it stands in the file, without quotes
     * @param text the same with environment variables replaced
     * @param json as typed by YAML
     */
    record Scalar(Place place, String written, String text, JsonNode json) implements Node {

        Scalar(Place place, String text, JsonNode json) {
            this(place, text, text, json);
        }

        /** The same with environment variables replaced. */
        Scalar withText(String replaced) {
            return new Scalar(place, written, replaced, TextNode.valueOf(replaced));
        }

        /** Whether an environment variable has a part in it: then a number may be told from its text. */
        boolean fromEnvironment() {
            return !written.equals(text);
        }

        boolean isText() {
            return json.isTextual();
        }

        boolean isNothing() {
            return json.isNull();
        }

        @Override
        public String found() {
            if (fromEnvironment()) {
                // what a variable holds may be a secret
                return Words.quoted(written) + " as the environment sets it";
            }
            if (json.isNull()) {
                return "nothing";
            }
            if (json.isNumber()) {
                return "the number " + text;
            }
            return json.isTextual() ? Words.quoted(text) : text;
        }
    }
}
