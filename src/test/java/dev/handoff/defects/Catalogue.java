package dev.handoff.defects;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.handoff.expectation.FailureKind;
import dev.handoff.vocabulary.Nearest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What must catch each defect, as {@code src/test/resources/defects} says: a file for each workflow, named as Shop names it.
 *
 * <pre>
 * receipt-never-sent:
 *   caught by: The customer gets one receipt that names the order and the amount
 *   found as: "missing effect: refund receipt"
 *   also red:
 *     - A refund reaches every system exactly once
 *     - The books are closed before anybody is told: "out of order: …"
 * </pre>
 *
 * A scenario under {@code also red} has the finding of {@code found as} unless it gives its own, which may be {@code cannot
 * go on}. {@code alone: true} keeps
 * other defects out of the run, and {@code why inconclusive} says why no sharper kind can name the defect.
 */
public final class Catalogue {

    private static final Path FOLDER = Path.of("src/test/resources/defects");
    private static final List<String> KEYS = List.of("caught by", "found as", "also red", "alone", "why inconclusive");
    private static final List<String> KINDS =
            Arrays.stream(FailureKind.values()).map(FailureKind::words).toList();
    private static final ObjectMapper YAML = new YAMLMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private final List<KnownDefect> defects = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();

    private Catalogue() {}

    /**
     * Every defect, by workflow and in the order of its file.
     *
     * @throws IllegalStateException with all mistakes, a line each
     */
    public static List<KnownDefect> read() {
        return read(FOLDER);
    }

    static List<KnownDefect> read(Path folder) {
        Catalogue catalogue = new Catalogue();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(catalogue::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (!catalogue.mistakes.isEmpty()) {
            throw new IllegalStateException(String.join("\n", catalogue.mistakes));
        }
        return List.copyOf(catalogue.defects);
    }

    private void add(Path file) {
        String name = file.getFileName().toString();
        JsonNode tree;
        try {
            tree = YAML.readTree(file.toFile());
        } catch (JsonProcessingException invalid) {
            mistakes.add(name + ":" + invalid.getLocation().getLineNr() + ": "
                    + invalid.getOriginalMessage().lines().findFirst().orElse("")
                    + " (a text with a colon in it stands in quotes)");
            return;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        String workflow = name.replaceFirst("\\.yaml$", "");
        tree.properties().forEach(entry -> add(name, workflow, entry.getKey(), entry.getValue()));
    }

    private void add(String file, String workflow, String name, JsonNode said) {
        String where = file + ", " + name + ": ";
        int before = mistakes.size();
        defects.stream()
                .filter(other -> other.name().equals(name))
                .forEach(other -> mistakes.add(where + other.workflow() + ".yaml has a defect of this name, too"));
        said.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                mistakes.add(where + "unknown key \"" + key + "\"" + Nearest.hint(key, KEYS) + " Known: "
                        + String.join(", ", KEYS));
            }
        });
        String caughtBy = text(where, said, "caught by");
        String foundAs = text(where, said, "found as");
        Map<String, String> alsoRed = alsoRed(where, said.path("also red"), foundAs);
        Stream.concat(Stream.of(foundAs), alsoRed.values().stream())
                .distinct()
                .filter(finding -> !finding.isEmpty())
                .filter(finding -> finding.equals(foundAs) || !finding.equals(KnownDefect.CANNOT_GO_ON))
                .forEach(finding -> requireKind(where, finding));
        String why = said.path("why inconclusive").asText();
        if (isInconclusive(foundAs) != !why.isEmpty()) {
            mistakes.add(where
                    + (why.isEmpty()
                            ? "\"" + foundAs + "\" tells nobody what broke; find it by a sharper kind, or give a"
                                    + " \"why inconclusive\""
                            : "it is found as " + foundAs + ", so there is nothing to explain by \"why"
                                    + " inconclusive\""));
        }
        if (alsoRed.containsKey(caughtBy)) {
            mistakes.add(where + "\"" + caughtBy + "\" catches it, and so need not be under \"also red\"");
        }
        if (before == mistakes.size()) {
            boolean alone = said.path("alone").asBoolean();
            defects.add(new KnownDefect(name, workflow, caughtBy, foundAs, alsoRed, alone, why));
        }
    }

    private String text(String where, JsonNode said, String key) {
        if (!said.path(key).isTextual()) {
            mistakes.add(where + "\"" + key + "\" is missing");
        }
        return said.path(key).asText();
    }

    /** A list of scenarios: each a name, or a name with its own finding. */
    private Map<String, String> alsoRed(String where, JsonNode list, String foundAs) {
        Map<String, String> red = new TreeMap<>();
        for (JsonNode one : list) {
            if (one.isTextual()) {
                red.put(one.asText(), foundAs);
            } else {
                one.properties()
                        .forEach(own -> red.put(own.getKey(), own.getValue().asText()));
            }
        }
        if (!list.isMissingNode() && (!list.isArray() || red.size() != list.size())) {
            mistakes.add(where + "\"also red\" is a list of different scenarios: - NAME, or - NAME: \"FINDING\"");
        }
        return red;
    }

    private void requireKind(String where, String findings) {
        for (String finding : findings.split("; ")) {
            String kind = finding.replaceFirst(": .*", "");
            if (!KINDS.contains(kind) || kind.equals(finding)) {
                mistakes.add(where + "\"" + finding + "\" is no kind of finding and its subject"
                        + Nearest.hint(kind, KINDS) + " Kinds: " + String.join(", ", KINDS));
            }
        }
    }

    private static boolean isInconclusive(String findings) {
        return Arrays.stream(findings.split("; "))
                .allMatch(finding -> finding.startsWith(FailureKind.INCONCLUSIVE.words() + ": "));
    }
}
