package dev.handoff.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A journal whose sink keeps what it gets, and the few captures that most tests need. */
final class Run {

    static final Map<String, List<String>> KEYS =
            Map.of("order_id", List.of("order_number"), "refund_id", List.of(), "email", List.of("to"));

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .build();

    final List<Entry> written = new CopyOnWriteArrayList<>();
    final Journal journal;

    Run() {
        this(new JournalSettings(KEYS, Set.of()));
    }

    Run(JournalSettings settings) {
        this.journal = new Journal(settings, written::add);
    }

    String scenario(String name, String... tracers) {
        return journal.startScenario(name, "a.feature", 1, List.of(tracers)).scenario();
    }

    Captured json(String body) {
        return capture(Map.of(), Message.of(Map.of(), "application/json", body));
    }

    Captured text(String body) {
        return capture(Map.of(), Message.of(Map.of(), "text/plain", body));
    }

    Captured header(String name, String value) {
        return capture(Map.of(), Message.of(Map.of(name, List.of(value)), null, ""));
    }

    Captured property(String name, String value) {
        return capture(Map.of(name, value), Message.EMPTY);
    }

    Captured capture(Map<String, String> properties, Message content) {
        return journal.capture(Capture.effect("crm", "CRM lead", "POST /leads", properties, content));
    }

    void answered(String scenario, Message answer) {
        journal.exchanged(scenario, 1, journal.now(), "POST", "http://shop/refunds", Message.EMPTY, 201, answer, false);
    }

    Snapshot seen(String scenario) {
        return journal.glance(scenario, Map.of(), Settlement.OPEN);
    }

    List<Captured> effectsOf(String scenario) {
        return seen(scenario).effects().stream().map(Attributed::captured).toList();
    }

    List<Captured> contestedOf(String scenario) {
        return seen(scenario).contested().stream().map(Attributed::captured).toList();
    }

    /** Everything that the sink got, as it would be written. */
    String bytes() {
        StringBuilder all = new StringBuilder();
        for (Entry entry : written) {
            try {
                all.append(JSON.writerFor(Entry.class).writeValueAsString(entry))
                        .append('\n');
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return all.toString();
    }

    static Message jsonOf(String body) {
        return Message.of(Map.of(), "application/json", body);
    }
}
