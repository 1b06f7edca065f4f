package dev.handoff.vocabulary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Reads YAML into a tree that knows its places. Type tags are refused; aliases, depth and size are bounded, so that no
 * file can exhaust the reader.
 */
final class YamlTree {

    static final int MOST_CHARACTERS = 1 << 20;
    static final int DEEPEST = 50;
    static final int MOST_ALIASES = 50;
    static final int MOST_NODES = 200_000;

    /** What YAML takes for a number and JSON does not. */
    private static final Pattern NOT_FINITE = Pattern.compile("[-+]?\\.(inf|nan)", Pattern.CASE_INSENSITIVE);

    private final String file;
    private final YamlEvents events;
    private final Problems problems;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private int depth;
    private int aliases;
    private int nodes;

    private YamlTree(String file, YamlEvents events, Problems problems) {
        this.file = file;
        this.events = events;
        this.problems = problems;
    }

    /** The file's one document, or nothing if it cannot be read; then the reason is among the problems. */
    static Optional<Node> read(String file, String yaml, Problems problems) {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(MOST_CHARACTERS);
        limits.setNestingDepthLimit(DEEPEST);
        limits.setMaxAliasesForCollections(MOST_ALIASES);
        if (yaml.length() > MOST_CHARACTERS) {
            problems.add(
                    new Place(file, 1, 1), "the file is longer than " + MOST_CHARACTERS + " characters; split it up");
            return Optional.empty();
        }
        try (YamlEvents events = YamlEvents.of(yaml, limits)) {
            return Optional.of(new YamlTree(file, events, problems).document());
        } catch (Unreadable unreadable) {
            problems.add(unreadable.place, unreadable.getMessage());
        } catch (JsonProcessingException mistake) {
            Problem problem = YamlMistake.of(mistake, file, yaml);
            problems.add(problem.place(), problem.text());
        } catch (IOException impossible) {
            throw new UncheckedIOException("cannot read YAML from memory", impossible);
        }
        return Optional.empty();
    }

    private Node document() throws IOException {
        if (events.nextToken() == null) {
            throw new Unreadable(new Place(file, 1, 1), "the file is empty; at least \"application\" is expected");
        }
        Node root = node();
        if (events.nextToken() != null) {
            throw new Unreadable(place(), "a second document begins here; a file holds one, so leave out the \"---\"");
        }
        return root;
    }

    private Node node() throws IOException {
        if (++nodes > MOST_NODES) {
            throw new Unreadable(place(), "the file holds more than " + MOST_NODES + " values");
        }
        if (events.isCurrentAlias()) {
            return aliased();
        }
        refuseTag();
        Optional<String> anchor = events.anchor();
        anchor.ifPresent(name -> anchors.put(name, Anchored.OPEN));
        int before = nodes;
        Node node = unnamed();
        anchor.ifPresent(name -> anchors.put(name, new Anchored(node, nodes - before + 1)));
        return node;
    }

    private Node unnamed() throws IOException {
        JsonToken token = events.currentToken();
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            if (++depth > DEEPEST) {
                throw new Unreadable(place(), "mappings and lists are nested more than " + DEEPEST + " deep");
            }
            Node node = token == JsonToken.START_OBJECT ? mapping() : sequence();
            depth--;
            return node;
        }
        return new Node.Scalar(place(), text(), typed(token));
    }

    private Node mapping() throws IOException {
        Place place = place();
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        while (events.nextToken() != JsonToken.END_OBJECT) {
            refuseTag();
            Node.Scalar key = new Node.Scalar(place(), text(), JsonNodeFactory.instance.textNode(text()));
            if (key.text().equals("<<")) {
                throw new Unreadable(place(), "the merge key \"<<\" is not read; write the keys out");
            }
            events.anchor().ifPresent(name -> anchors.put(name, new Anchored(key, 1)));
            events.nextToken();
            Node value = node();
            Node.Entry first = entries.putIfAbsent(key.text(), new Node.Entry(key, value));
            if (first != null) {
                problems.add(key.place(), twice(key.text(), first.key().place()));
            }
        }
        return new Node.Mapping(place, List.copyOf(entries.values()));
    }

    static String twice(String key, Place first) {
        return Words.quoted(key) + " is defined twice; first at " + first;
    }

    private Node sequence() throws IOException {
        Place place = place();
        List<Node> items = new ArrayList<>();
        while (events.nextToken() != JsonToken.END_ARRAY) {
            items.add(node());
        }
        return new Node.Sequence(place, items);
    }

    private Node aliased() throws IOException {
        Anchored anchored = anchors.get(text());
        if (anchored == null) {
            throw new Unreadable(
                    place(), "the alias *" + text() + " stands for nothing" + Words.known(text(), anchors.keySet()));
        }
        if (anchored == Anchored.OPEN) {
            throw new Unreadable(place(), "the alias *" + text() + " stands inside of what it stands for");
        }
        nodes += anchored.size();
        if (++aliases > MOST_ALIASES || nodes > MOST_NODES) {
            throw new Unreadable(
                    place(),
                    "too many aliases: at most " + MOST_ALIASES + ", for at most " + MOST_NODES + " values in all");
        }
        return anchored.node();
    }

    private void refuseTag() {
        events.tag()
                .ifPresent(tag -> problems.add(
                        place(),
                        "the type tag \"" + tag.replace("tag:yaml.org,2002:", "!!")
                                + "\" is not allowed; leave it out, and put a text in quotes"));
    }

    private JsonNode typed(JsonToken token) throws IOException {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (token) {
            case VALUE_NULL -> json.nullNode();
            case VALUE_TRUE -> json.booleanNode(true);
            case VALUE_FALSE -> json.booleanNode(false);
            case VALUE_NUMBER_INT -> whole();
            case VALUE_NUMBER_FLOAT ->
                NOT_FINITE.matcher(text()).matches()
                        ? json.textNode(text())
                        : json.numberNode(events.getDecimalValue());
            default -> json.textNode(text());
        };
    }

    private JsonNode whole() throws IOException {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (events.getNumberType()) {
            case INT -> json.numberNode(events.getIntValue());
            case LONG -> json.numberNode(events.getLongValue());
            default -> json.numberNode(events.getBigIntegerValue());
        };
    }

    private String text() throws IOException {
        return events.currentToken() == JsonToken.FIELD_NAME ? events.currentName() : events.getText();
    }

    private Place place() {
        var location = events.currentTokenLocation();
        return new Place(file, location.getLineNr(), location.getColumnNr());
    }

    /** What an anchor names, and how many values that is. */
    private record Anchored(Node node, int size) {
        static final Anchored OPEN = new Anchored(null, 0);
    }

    /** Ends the reading of a file. */
    private static final class Unreadable extends RuntimeException {
        private final transient Place place;

        Unreadable(Place place, String text) {
            super(text, null, false, false);
            this.place = place;
        }
    }
}
