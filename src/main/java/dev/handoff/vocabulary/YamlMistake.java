package dev.handoff.vocabulary;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Comparator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** What a YAML parser's complaint means, in plain words. */
final class YamlMistake {

    private static final Pattern CHARACTER = Pattern.compile("found character '(.+?)' that cannot start any token.*");

    /** The beginning of a complaint, and what to say instead. */
    private static final Map<String, String> PLAIN = Map.ofEntries(
            Map.entry(
                    "mapping values are not allowed here",
                    "a colon followed by a space stands where no key can be; put a text that holds \": \" in quotes,"
                            + " correct the indentation, or give the line above its colon"),
            Map.entry(
                    "could not find expected ':'",
                    "a key without a colon; write \"key: value\", and indent the further lines of a text"),
            Map.entry(
                    "expected <block end>, but found '<block mapping start>'",
                    "this line's indentation fits no line above it; indent it like its neighbours"),
            Map.entry(
                    "expected <block end>, but found '<block sequence start>'",
                    "this line's indentation fits no line above it; indent it like its neighbours"),
            Map.entry(
                    "expected <block end>, but found '-'",
                    "a list's \"-\" stands among keys; indent it below the key it belongs to"),
            Map.entry(
                    "expected <block end>, but found '?'",
                    "a key stands among the items of a list; begin the line with \"- \" correct the indentation, or give the line above its colon"),
            Map.entry(
                    "expected <block end>, but found '<scalar>'",
                    "text follows after a closed quote; put all of it inside the quotes"),
            Map.entry("expected <block end>, but found '}'", "a \"}\" that closes nothing"),
            Map.entry("expected <block end>, but found ']'", "a \"]\" that closes nothing"),
            Map.entry(
                    "expected ',' or '}', but got {",
                    "a \"{\" inside of { }; put a text that holds braces in quotes, as in \"${name}\""),
            Map.entry(
                    "expected ',' or '}'",
                    "a \",\" or \"}\" is expected here; close the {, and put a text that holds one of { } [ ] , ? in quotes"),
            Map.entry(
                    "expected ',' or ']'",
                    "a \",\" or \"]\" is expected here; close the [, and put a text that holds one of { } [ ] , ? in quotes"),
            Map.entry("found unknown escape character", "an unknown \"\\\" in double quotes; use single quotes"),
            Map.entry(
                    "found undefined tag handle",
                    "type tags are not allowed; put a text that begins with \"!\" in quotes"),
            Map.entry("expected the node content, but found ','", "a value is missing before the \",\""),
            Map.entry(
                    "expected the node content",
                    "a value is missing here; put a text that begins with a sign such as } ] , or ? in quotes"),
            Map.entry(
                    "expected <block end>",
                    "this fits nothing above it; correct the indentation, or put the whole text in quotes"),
            Map.entry(
                    "mapping keys are not allowed here",
                    "a \"? \" begins a key here; put a text that begins so in quotes"),
            Map.entry(
                    "sequence entries are not allowed here",
                    "a list cannot begin here; put its first \"- \" on a line of its own, or the text in quotes"),
            Map.entry("unexpected character found", "a text that begins with \"*\" or \"&\" must be put in quotes"),
            Map.entry(
                    "expected alphabetic or numeric character",
                    "a text that begins with \"*\" or \"&\" must be put in quotes"),
            Map.entry("found incompatible YAML document", "only YAML 1.1 and 1.2 are read"));

    private YamlMistake() {}

    static Problem of(JsonProcessingException complaint, String file, String yaml) {
        for (Throwable cause = complaint; cause != null; cause = cause.getCause()) {
            if (cause instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
                return new Problem(place(file, whereItBegan(marked)), plain(marked));
            }
            if (cause instanceof ReaderException unprintable) {
                return new Problem(
                        place(file, yaml, unprintable.getPosition()),
                        "the character U+%04X is not allowed in YAML".formatted(unprintable.getCodePoint()));
            }
        }
        var at = complaint.getLocation();
        Place place = at == null ? new Place(file, 1, 1) : new Place(file, at.getLineNr(), at.getColumnNr());
        return new Problem(place, other(complaint.getOriginalMessage()));
    }

    private static String other(String complaint) {
        return complaint.startsWith("Expected a field name")
                ? "a key must be a text, found something else; put it in quotes"
                : "this is no YAML: " + complaint;
    }

    /** A quote that is never closed is complained about at the end of the file, and a key at the next line. */
    private static Mark whereItBegan(MarkedYAMLException marked) {
        boolean began = marked.getContextMark() != null
                && (marked.getProblem().equals("found unexpected end of stream")
                        || marked.getProblem().contains("<stream end>")
                        || marked.getProblem().startsWith("could not find expected ':'"));
        return began ? marked.getContextMark() : marked.getProblemMark();
    }

    private static String plain(MarkedYAMLException marked) {
        String complaint = marked.getProblem();
        Matcher character = CHARACTER.matcher(complaint);
        if (character.matches()) {
            return character.group(1).contains("TAB")
                    ? "a tab; YAML is indented with spaces"
                    : "a text that begins with \"" + character.group(1) + "\" must be put in quotes";
        }
        if (complaint.equals("found unexpected end of stream")) {
            return "a quote that is never closed";
        }
        if (complaint.contains("<stream end>")) {
            return complaint.contains("'}'") ? "a { that is never closed" : "a [ that is never closed";
        }
        return PLAIN.entrySet().stream()
                .filter(entry -> complaint.startsWith(entry.getKey()))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse("this is no YAML: " + complaint.replaceAll("\\s+", " "));
    }

    private static Place place(String file, Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static Place place(String file, String yaml, int position) {
        String before = yaml.substring(0, Math.min(position, yaml.length()));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Place(file, line, before.length() - before.lastIndexOf('\n'));
    }
}
