package dev.handoff.report.text;

import dev.handoff.expectation.Finding;
import dev.handoff.expectation.Sighting;
import dev.handoff.expectation.Source;
import dev.handoff.journal.Attributed;
import dev.handoff.journal.Entry;
import dev.handoff.journal.Snapshot;
import dev.handoff.recording.Judged;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why an expectation is not met, in the words that a failing step shows. Facts only. */
public final class FailureText {

    private static final String MARK = "   <<< ";
    private static final int MOST = 12;

    private final Judged judged;
    private final String journal;
    private final Lines lines;
    private final Proof proof;
    private final Map<Long, Entry> entries;
    private final String gutter;
    private final long started;

    private FailureText(Judged judged, Snapshot snapshot, String journal) {
        this.judged = judged;
        this.journal = journal;
        this.lines = new Lines(snapshot);
        this.proof = new Proof(snapshot);
        this.entries = Stream.of(
                        snapshot.own(),
                        snapshot.strays().stream()
                                .flatMap(stray -> Stream.concat(Stream.of(stray), snapshot.changesOf(stray))),
                        snapshot.elsewhere().stream().map(Attributed::captured))
                .flatMap(part -> part.map(Entry.class::cast))
                .collect(Collectors.toMap(Entry::index, Function.identity()));
        this.started = snapshot.started().index();
        this.gutter =
                " ".repeat(String.valueOf(judged.expectation().source().line()).length()) + " |   ";
    }

    /**
     * The text.
     *
     * @param journal where the journal lies, as the reader would open it
     */
    public static String of(Judged judged, Snapshot snapshot, String journal) {
        return new FailureText(judged, snapshot, journal).text();
    }

    private String text() {
        List<String> text = new ArrayList<>();
        List<Finding> findings = judged.verdict().findings();
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            text.add(finding.kind().words() + ": " + finding.subject());
            if (i == 0) {
                Source source = judged.expectation().source();
                text.add("  --> " + source.feature() + ":" + source.line());
                text.add(source.line() + " | " + source.text());
            }
            describe(finding, text);
        }
        text.add("journal: " + journal + range());
        return String.join("\n", text);
    }

    private void describe(Finding finding, List<String> text) {
        text.add(gutter + "expected: " + finding.expected());
        text.add(gutter + "observed: " + finding.observed());
        finding.sightings().stream().limit(MOST).forEach(sighting -> {
            text.add(gutter + "  " + line(sighting));
            table(sighting, text);
        });
        if (finding.sightings().size() > MOST) {
            long last = finding.sightings().get(finding.sightings().size() - 1).entry();
            text.add(gutter + "  and " + (finding.sightings().size() - MOST) + " more, the last of them #" + last);
        }
        if (finding.nearest() != null) {
            text.add(gutter + "nearest:  " + line(finding.nearest()));
            table(finding.nearest(), text);
        }
        finding.notes().stream().limit(MOST).forEach(note -> text.add(gutter + note));
        if (finding.notes().size() > MOST) {
            text.add(gutter + "and " + (finding.notes().size() - MOST) + " more facts, in expectations.ndjson");
        }
        List<String> proofs = proof.of(shown(finding));
        for (int i = 0; i < proofs.size(); i++) {
            text.add(gutter + (i == 0 ? "proof:    " : " ".repeat(10)) + OneLine.of(proofs.get(i)));
        }
    }

    private static List<Long> shown(Finding finding) {
        return Stream.concat(finding.sightings().stream().limit(MOST), Stream.ofNullable(finding.nearest()))
                .map(Sighting::entry)
                .toList();
    }

    private void table(Sighting sighting, List<String> text) {
        Table.lines(sighting.table()).forEach(line -> text.add(gutter + "    " + line));
    }

    private String line(Sighting sighting) {
        Entry entry = entries.get(sighting.entry());
        StringBuilder line = new StringBuilder();
        if (entry == null) {
            line.append('#').append(sighting.entry());
        } else {
            line.append(lines.position(entry)).append("  ").append(OneLine.of(Lines.summary(entry)));
        }
        if (!sighting.fields().isEmpty()) {
            line.append("  ").append(sighting.fields());
        }
        if (sighting.mark() != null) {
            line.append(MARK).append(sighting.mark());
        }
        return line.toString();
    }

    private String range() {
        return " #" + started + "..#" + judged.look();
    }
}
