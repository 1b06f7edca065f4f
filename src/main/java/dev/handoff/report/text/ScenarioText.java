package dev.handoff.report.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Changed;
import dev.handoff.journal.Exchanged;
import dev.handoff.journal.Message;
import dev.handoff.journal.Performed;
import dev.handoff.journal.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a scenario did and saw, as texts to be read. */
public final class ScenarioText {

    private static final ObjectMapper PRETTY = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ScenarioText() {}

    /** The scenario's journal, a line for each entry. */
    public static String journal(Snapshot snapshot) {
        Lines lines = new Lines(snapshot);
        return snapshot.own().map(lines::full).collect(Collectors.joining("\n"));
    }

    /** A delivery with its headers, its body and what was answered. */
    public static String delivery(Captured captured) {
        List<String> parts = new ArrayList<>();
        parts.add(captured.summary());
        String properties = captured.properties().entrySet().stream()
                .map(property -> property.getKey() + ": " + property.getValue())
                .collect(Collectors.joining("\n"));
        if (!properties.isEmpty()) {
            parts.add(properties);
        }
        parts.addAll(message(captured.content()));
        if (captured.answer() != null) {
            parts.add("answered " + captured.answerStatus());
            parts.addAll(message(captured.answer()));
        }
        return String.join("\n\n", parts);
    }

    /** What an effect has become. */
    public static String state(Changed changed) {
        return String.join("\n\n", message(changed.content()));
    }

    /** A request of an action and its answer. */
    public static String exchange(Exchanged exchanged) {
        List<String> parts = new ArrayList<>();
        parts.add(exchanged.method() + " " + exchanged.url());
        parts.addAll(message(exchanged.request()));
        parts.add(exchanged.failure() == null ? "answered " + exchanged.status() : "no answer: " + exchanged.failure());
        if (exchanged.answer() != null) {
            parts.addAll(message(exchanged.answer()));
        }
        return String.join("\n\n", parts);
    }

    /** What an action did to a system itself. */
    public static String performed(Performed performed) {
        List<String> parts = new ArrayList<>(List.of(Lines.summary(performed)));
        parts.addAll(message(performed.content()));
        return String.join("\n\n", parts);
    }

    private static List<String> message(Message message) {
        List<String> parts = new ArrayList<>();
        String headers =
                message.headers().entrySet().stream().map(ScenarioText::header).collect(Collectors.joining("\n"));
        if (!headers.isEmpty()) {
            parts.add(headers);
        }
        if (!message.text().isEmpty()) {
            parts.add(pretty(message));
        }
        if (message.cutAt() > 0) {
            parts.add("(cut at " + message.cutAt() + " bytes)");
        }
        return parts;
    }

    private static String header(Map.Entry<String, List<String>> header) {
        return header.getValue().stream()
                .map(value -> header.getKey() + ": " + value)
                .collect(Collectors.joining("\n"));
    }

    private static String pretty(Message message) {
        JsonNode tree = message.tree();
        try {
            return tree.isContainerNode() ? PRETTY.writeValueAsString(tree) : message.text();
        } catch (JsonProcessingException unprintable) {
            return message.text();
        }
    }
}
