package dev.handoff.expectation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handoff.journal.Captured;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells how a second copy of an effect differs from the first: identical, as a redelivery is, or fresh, as what was
 * done once more.
 */
final class Copies {

    private static final int MOST = 3;
    private static final Set<String> ANEW = Set.of("id", "uuid", "at", "time", "timestamp");

    private Copies() {}

    static String mark(Captured first, Captured copy) {
        Optional<String> name = identity(first, copy);
        List<String> differing = new ArrayList<>();
        if (!first.content().tree().equals(copy.content().tree())) {
            differences(first.content().tree(), copy.content().tree(), "", differing);
        }
        boolean marksOnly = !differing.isEmpty() && differing.stream().allMatch(Copies::isMark);
        String content = differing.isEmpty()
                ? "the same content"
                : (marksOnly ? "the same content but for " : "other content in ") + words(differing);
        if (name.isEmpty()) {
            return differing.isEmpty()
                    ? "identical copy: the same content"
                    : marksOnly ? "fresh copy: " + content : content;
        }
        boolean same = Objects.equals(identity(first, name.get()), identity(copy, name.get()));
        if (same) {
            return (differing.isEmpty() ? "identical copy: " : "") + "the same " + name.get() + ", " + content;
        }
        return "fresh copy: another " + name.get() + ", " + content;
    }

    /** The name of what tells one from another in their system: a key, a message's ID, a row. */
    private static Optional<String> identity(Captured first, Captured copy) {
        return List.of("idempotency key", "Message-ID", "row", "message ID").stream()
                .filter(name -> identity(first, name) != null || identity(copy, name) != null)
                .findFirst();
    }

    private static String identity(Captured captured, String name) {
        return switch (name) {
            case "idempotency key" -> captured.handoff();
            case "row" -> captured.properties().get("row");
            case "Message-ID" -> captured.content().header("Message-ID").orElse(null);
            default -> messageId(captured);
        };
    }

    /** A property of AMQP, or a header. */
    private static String messageId(Captured captured) {
        String property = captured.properties().get("message-id");
        return property != null ? property : messageIdHeader(captured);
    }

    private static String messageIdHeader(Captured captured) {
        return captured.content().headers().keySet().stream()
                .filter(name -> {
                    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
                    return plain.equals("messageid") || plain.equals("eventid") || plain.equals("ceid");
                })
                .findFirst()
                .flatMap(captured.content()::header)
                .orElse(null);
    }

    private static void differences(JsonNode first, JsonNode copy, String path, List<String> found) {
        if (!first.isObject() || !copy.isObject()) {
            if (!Objects.equals(first, copy)) {
                found.add(path.isEmpty() ? "its text" : path);
            }
            return;
        }
        TreeSet<String> names = new TreeSet<>();
        first.fieldNames().forEachRemaining(names::add);
        copy.fieldNames().forEachRemaining(names::add);
        names.forEach(name ->
                differences(first.path(name), copy.path(name), path.isEmpty() ? name : path + "." + name, found));
    }

    /** Whether a field is one that every copy has anew: an ID or a time. */
    private static boolean isMark(String path) {
        String[] words = path.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .split("[^a-z0-9]+");
        return ANEW.contains(words[words.length - 1]);
    }

    private static String words(List<String> differing) {
        String shown = String.join(", ", differing.stream().limit(MOST).toList());
        return differing.size() > MOST ? shown + " and " + (differing.size() - MOST) + " more" : shown;
    }
}
