package dev.handoff.recording;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handoff.journal.Entry;
import dev.handoff.journal.Leftover;
import dev.handoff.journal.Sink;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes a run folder. Each line is handed to the operating system as it is written, so that it can be read after the
 * program was killed.
 */
public final class RunFolder implements Sink, AutoCloseable {

    private final Path folder;
    private final String run;
    private final ObjectMapper mapper;
    private final OutputStream journal;
    private final OutputStream expectations;
    private final Leftovers leftovers = new Leftovers();

    /**
     * Makes the folder of a run.
     *
     * @throws UncheckedIOException when it cannot be made
     */
    public RunFolder(Path runs, String run) {
        this.folder = runs.resolve(run);
        this.run = run;
        this.mapper = Format.mapper(folder);
        try {
            Files.createDirectories(folder);
            this.journal = open(Format.JOURNAL, "handoff journal");
            this.expectations = open(Format.EXPECTATIONS, "handoff expectations");
        } catch (IOException failed) {
            throw new UncheckedIOException("the run folder " + folder + " cannot be made", failed);
        }
    }

    private OutputStream open(String name, String format) throws IOException {
        OutputStream out =
                Files.newOutputStream(folder.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        write(out, new Header(format, Format.VERSION, run));
        return out;
    }

    public Path folder() {
        return folder;
    }

    /** The name of the run. */
    public String run() {
        return run;
    }

    @Override
    public void write(Entry entry) {
        line(journal, entry);
    }

    @Override
    public void leftOver(Leftover leftover) {
        leftovers.add(leftover);
        if (leftover.why() == Leftover.Why.OF_ANOTHER_RUN) {
            return;
        }
        try {
            Files.writeString(
                    folder.resolve(Format.STRAYS),
                    Leftovers.line(leftover) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException("the run folder " + folder + " cannot be written", failed);
        }
    }

    /** What no scenario was judged by so far. */
    public Leftovers leftovers() {
        return leftovers;
    }

    public synchronized void write(Judged judged) {
        line(expectations, judged);
    }

    private void line(OutputStream out, Object value) {
        try {
            write(out, value);
        } catch (IOException failed) {
            throw new UncheckedIOException("the run folder " + folder + " cannot be written", failed);
        }
    }

    private void write(OutputStream out, Object value) throws IOException {
        byte[] json = mapper.writeValueAsBytes(value);
        byte[] line = new byte[json.length + 1];
        System.arraycopy(json, 0, line, 0, json.length);
        line[json.length] = '\n';
        out.write(line);
    }

    @Override
    public void close() {
        try (journal;
                expectations) {
            journal.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException("the run folder " + folder + " cannot be closed", failed);
        }
    }
}
