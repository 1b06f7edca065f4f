package dev.handoff.expectation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handoff.journal.Captured;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells by which ID a delivery goes that fits no scenario. */
final class ForeignId {

    private ForeignId() {}

    static String mark(Captured stray) {
        return of(stray)
                .map(id -> "fits no scenario: its " + id + " is no scenario's")
                .orElse("fits no scenario: nothing in it is a scenario's ID or key");
    }

    private static Optional<String> of(Captured stray) {
        return Stream.concat(
                        stray.content().headers().entrySet().stream()
                                .filter(header -> isCorrelation(header.getKey()))
                                .flatMap(header -> header.getValue().stream()
                                        .map(value -> header.getKey() + " " + Shown.bare(value))),
                        fields(stray.content().tree(), "$"))
                .findFirst();
    }

    private static Stream<String> fields(JsonNode node, String path) {
        return node.properties().stream().flatMap(field -> field(field, path));
    }

    private static Stream<String> field(Map.Entry<String, JsonNode> field, String path) {
        String at = path + "." + field.getKey();
        return field.getValue().isTextual() && isCorrelation(field.getKey())
                ? Stream.of(at + " " + Shown.bare(field.getValue()))
                : fields(field.getValue(), at);
    }

    private static boolean isCorrelation(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return plain.contains("correlation") || plain.equals("traceparent") || plain.equals("requestid");
    }
}
