package dev.handoff.sandbox.poll;

import dev.handoff.journal.Captured;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.sandbox.Written;
import dev.handoff.vocabulary.SystemSpec;
import dev.handoff.vocabulary.VocabularyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;

/** A sandbox, what is said of it in YAML, and a probe that asks it fifty times a second for the scenario s. */
final class Polled implements AutoCloseable {

    final SandboxServer server;
    final Written written = new Written();
    final Journal journal = new Journal(JournalSettings.NONE, written);
    final Map<String, Object> known = new ConcurrentHashMap<>();
    PollProbe probe;

    Polled() throws IOException {
        server = new SandboxServer();
    }

    /** With these keys of the system beside its type, {@code URL} standing for where it is. */
    Polled saying(String system) throws IOException {
        Path file = Files.createTempFile("handoff", ".yaml");
        try {
            Files.writeString(
                    file,
                    "application: { url: http://localhost }\ncorrelation: { keys: [email] }\nsystems:\n  crm:\n"
                            + "    type: poll\n"
                            + system.replace("URL", server.url()).indent(4));
            SystemSpec spec = VocabularyReader.read(file, Map.of()).systems().get("crm");
            probe = new PollProbe((SystemSpec.Poll) spec, name -> Optional.empty(), journal);
            return this;
        } finally {
            Files.delete(file);
        }
    }

    /** With further keys, and CRM leads of what /leads lists. */
    Polled leads(String keys) throws IOException {
        return saying("""
                url: URL
                every: 20ms
                id: $.id
                items: $.items
                %s
                records: { CRM lead: { request: GET /leads } }
                """.formatted(keys));
    }

    /** The same of leads that can be asked for once the e-mail address is known. */
    Polled leadsByEmail(String keys) throws IOException {
        return saying("""
                url: URL
                every: 20ms
                id: $.id
                items: $.items
                %s
                records: { CRM lead: { request: "GET /leads?email=${email}" } }
                """.formatted(keys));
    }

    Polled watched() {
        probe.prove();
        probe.watch("s", name -> Optional.ofNullable(known.get(name)));
        return this;
    }

    void learn(String name, Object value) {
        known.put(name, value);
    }

    /** Waits until a poll for the scenario that began after now has been answered, and says when that is. */
    Instant asked() {
        Instant now = journal.now();
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> {
            probe.seeUpTo("s", now);
            Instant seen = probe.sight("s").seenUpTo();
            return seen != null && seen.isAfter(now);
        });
        return now;
    }

    /** The names of the items that were captured, in order. */
    List<String> items() {
        return written.captured().stream()
                .map(item -> item.properties().get("item"))
                .toList();
    }

    List<Captured> captured(int count) {
        return written.captured(count);
    }

    String evidence() {
        return probe.sight("s").evidence();
    }

    String awaitEvidence(String text) {
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> evidence()
                .contains(text));
        return evidence();
    }

    static String list(List<String> items) {
        return "{\"items\":[" + String.join(",", items) + "]}";
    }

    static String lead(Object id) {
        return "{\"id\":\"" + id + "\",\"email\":\"a@x.test\"}";
    }

    @Override
    public void close() throws IOException {
        if (probe != null) {
            probe.close();
        }
        server.close();
    }
}
