package dev.handoff.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handoff.journal.Attributed;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Changed;
import dev.handoff.journal.Claim;
import dev.handoff.journal.Claimed;
import dev.handoff.journal.Entry;
import dev.handoff.journal.Latest;
import dev.handoff.journal.Looked;
import dev.handoff.journal.ProbeChanged;
import dev.handoff.journal.ScenarioEntry;
import dev.handoff.journal.ScenarioStarted;
import dev.handoff.journal.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A run folder, read. */
public final class Recording {

    private final List<Entry> entries;
    private final List<Judged> judged;
    private final List<String> notices;

    private Recording(List<Entry> entries, List<Judged> judged, List<String> notices) {
        this.entries = List.copyOf(entries);
        this.judged = List.copyOf(judged);
        this.notices = List.copyOf(notices);
    }

    /**
     * Reads a run folder. A torn last line, as a killed program leaves it, is skipped and noticed.
     *
     * @throws IOException when a file is missing or holds something else
     */
    public static Recording read(Path folder) throws IOException {
        ObjectMapper mapper = Format.mapper(folder);
        List<String> notices = new ArrayList<>();
        List<Entry> entries = lines(folder.resolve(Format.JOURNAL), "handoff journal", Entry.class, mapper, notices);
        List<Judged> judged =
                lines(folder.resolve(Format.EXPECTATIONS), "handoff expectations", Judged.class, mapper, notices);
        return new Recording(entries, judged, notices);
    }

    private static <T> List<T> lines(Path file, String format, Class<T> type, ObjectMapper mapper, List<String> notices)
            throws IOException {
        List<byte[]> lines = lines(file);
        if (lines.isEmpty()) {
            throw new IOException(file + " is empty");
        }
        checkHeader(file, format, lines.get(0), mapper);
        boolean whole = endsLine(file);
        List<T> values = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            try {
                values.add(value(lines.get(i), type, mapper));
            } catch (IOException broken) {
                if (whole || i < lines.size() - 1) {
                    throw new IOException(file + ":" + (i + 1) + " is no entry: " + reason(broken), broken);
                }
                notices.add(file.getFileName() + ":" + (i + 1) + " is torn and was skipped");
            }
        }
        return values;
    }

    /** The lines as bytes: the last may be torn in the middle of a character. */
    private static List<byte[]> lines(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.map(line -> line.getBytes(StandardCharsets.ISO_8859_1)).toList();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static boolean endsLine(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            channel.position(channel.size() - 1).read(last);
            return last.get(0) == '\n';
        }
    }

    private static void checkHeader(Path file, String format, byte[] line, ObjectMapper mapper) throws IOException {
        String wanted = "not a " + format + " of version " + Format.VERSION;
        Header header;
        try {
            header = value(line, Header.class, mapper);
        } catch (IOException broken) {
            throw new IOException(file + " is " + wanted + ": " + reason(broken), broken);
        }
        if (!format.equals(header.format()) || header.version() != Format.VERSION) {
            throw new IOException(
                    file + " is a " + header.format() + " of version " + header.version() + ", " + wanted);
        }
    }

    private static <T> T value(byte[] line, Class<T> type, ObjectMapper mapper) throws IOException {
        T value = mapper.readValue(line, type);
        if (value == null) {
            throw new IOException("it says null");
        }
        return value;
    }

    private static String reason(IOException broken) {
        return broken instanceof JsonProcessingException json ? json.getOriginalMessage() : broken.getMessage();
    }

    public List<Entry> entries() {
        return entries;
    }

    /** The expectations and their verdicts, in the order in which they were judged. */
    public List<Judged> judged() {
        return judged;
    }

    /** What a reader should know of the files, a sentence each. */
    public List<String> notices() {
        return notices;
    }

    /**
     * The snapshot on which an expectation was judged.
     *
     * @throws IllegalArgumentException when the journal has no such look
     */
    public Snapshot snapshot(String scenario, long look) {
        Looked looked = entries.stream()
                .filter(entry -> entry.index() == look && entry instanceof Looked)
                .map(Looked.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the journal has no look #" + look));
        List<Entry> before =
                entries.stream().filter(entry -> entry.index() < look).toList();
        ScenarioStarted started = before.stream()
                .filter(entry -> entry instanceof ScenarioStarted start
                        && start.scenario().equals(scenario))
                .map(ScenarioStarted.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the journal has no scenario " + scenario));
        Map<Long, List<Claim>> claims = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        List<Entry> own = new ArrayList<>();
        List<ProbeChanged> probes = new ArrayList<>();
        Map<Long, Captured> captured = new LinkedHashMap<>();
        List<Changed> changes = new ArrayList<>();
        for (Entry entry : before) {
            if (entry instanceof Captured one) {
                captured.put(one.index(), one);
                claims.put(one.index(), new ArrayList<>(one.claims()));
            } else if (entry instanceof Claimed claimed) {
                claims.get(claimed.captured()).add(claimed.claim());
            } else if (entry instanceof Changed changed) {
                changes.add(changed);
            } else if (entry instanceof ProbeChanged probe) {
                probes.add(probe);
            } else if (entry instanceof ScenarioStarted start) {
                names.put(start.scenario(), start.name());
            } else if (entry instanceof ScenarioEntry part && part.scenario().equals(scenario)) {
                own.add(entry);
            }
        }
        return snapshot(started, own, captured, claims, changes, probes, names, looked);
    }

    private static Snapshot snapshot(
            ScenarioStarted started,
            List<Entry> own,
            Map<Long, Captured> captured,
            Map<Long, List<Claim>> claims,
            List<Changed> changes,
            List<ProbeChanged> probes,
            Map<String, String> names,
            Looked looked) {
        List<Attributed> effects = new ArrayList<>();
        List<Attributed> contested = new ArrayList<>();
        List<Captured> strays = new ArrayList<>();
        Map<String, String> parties = new HashMap<>();
        for (Captured one : captured.values()) {
            List<Claim> fits = claims.get(one.index());
            if (fits.isEmpty() && one.index() > started.index()) {
                strays.add(one);
            } else if (fits.stream().anyMatch(claim -> claim.scenario().equals(started.scenario()))) {
                (fits.size() == 1 ? effects : contested).add(new Attributed(one, fits));
                if (fits.size() > 1) {
                    fits.forEach(claim -> parties.put(claim.scenario(), name(claim, names)));
                }
            }
        }
        Set<Long> visible = Stream.concat(
                        strays.stream(),
                        Stream.concat(effects.stream(), contested.stream()).map(Attributed::captured))
                .map(Captured::index)
                .collect(Collectors.toSet());
        List<Attributed> elsewhere = elsewhere(started, captured, claims);
        elsewhere.stream()
                .flatMap(other -> other.claims().stream())
                .forEach(claim -> parties.put(claim.scenario(), name(claim, names)));
        return new Snapshot(
                started,
                own,
                effects,
                contested,
                strays,
                elsewhere,
                changes.stream()
                        .filter(change -> visible.contains(change.captured()))
                        .toList(),
                probes,
                parties,
                looked);
    }

    /** What is no scenario of this run goes by its own name. */
    private static String name(Claim claim, Map<String, String> names) {
        return names.getOrDefault(claim.scenario(), claim.scenario());
    }

    private static List<Attributed> elsewhere(
            ScenarioStarted started, Map<Long, Captured> captured, Map<Long, List<Claim>> claims) {
        Latest<Captured> latest = new Latest<>();
        captured.values().forEach(one -> latest.add(one, one));
        return latest.all()
                .filter(one -> one.index() > started.index())
                .sorted(Comparator.comparingLong(Captured::index))
                .map(one -> new Attributed(one, claims.get(one.index())))
                .filter(other -> !other.claims().isEmpty()
                        && other.claims().stream()
                                .noneMatch(claim -> claim.scenario().equals(started.scenario())))
                .toList();
    }
}
