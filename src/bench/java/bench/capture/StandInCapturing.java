package bench.capture;

import dev.handoff.fault.FaultPlan;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Entry;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.journal.Leftover;
import dev.handoff.journal.Sink;
import dev.handoff.recording.RunFolder;
import dev.handoff.sandbox.Probe;
import dev.handoff.sandbox.http.StandInServer;
import dev.handoff.vocabulary.SystemSpec;
import dev.handoff.vocabulary.VocabularyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** A stand-in of Handoff with the journal of a run behind it, written to its folder. */
final class StandInCapturing implements Capturing {

    private final Path journalFile;
    private final Probe probe;

    StandInCapturing(Path folder) {
        RunFolder run =
                new RunFolder(folder, String.valueOf(ProcessHandle.current().pid()));
        this.journalFile = run.folder().resolve("journal.ndjson");
        AtomicLong captured = new AtomicLong();
        Journal journal = new Journal(JournalSettings.NONE, counting(run, captured));
        new ComingAndGoing(journal, captured).start();
        SystemSpec.Http invoicing =
                (SystemSpec.Http) VocabularyReader.read(Path.of("src/bench/resources/orders.yaml"), Map.of())
                        .systems()
                        .get("invoicing");
        this.probe = new StandInServer(journal).serve(invoicing, 0, new FaultPlan("invoicing", journal));
    }

    private static Sink counting(RunFolder run, AtomicLong captured) {
        return new Sink() {
            @Override
            public void write(Entry entry) {
                run.write(entry);
                if (entry instanceof Captured) {
                    captured.incrementAndGet();
                }
            }

            @Override
            public void leftOver(Leftover leftover) {
                run.leftOver(leftover);
            }
        };
    }

    @Override
    public int port() {
        return Integer.parseInt(probe.address().get("port"));
    }

    /** As the run folder says: what is not written is lost. */
    @Override
    public long captured() throws IOException {
        try (Stream<String> lines = Files.lines(journalFile)) {
            return lines.filter(line -> line.startsWith("{\"entry\":\"captured\""))
                    .count();
        }
    }
}
