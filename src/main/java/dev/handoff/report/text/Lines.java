package dev.handoff.report.text;

import dev.handoff.journal.ActionStarted;
import dev.handoff.journal.Attributed;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Changed;
import dev.handoff.journal.Disposition;
import dev.handoff.journal.Entry;
import dev.handoff.journal.ExchangeEnded;
import dev.handoff.journal.Exchanged;
import dev.handoff.journal.FaultFired;
import dev.handoff.journal.FaultPlanned;
import dev.handoff.journal.Interval;
import dev.handoff.journal.KeyLearned;
import dev.handoff.journal.Performed;
import dev.handoff.journal.Snapshot;
import dev.handoff.journal.StageReached;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Journal entries in words, one line each. */
public final class Lines {

    private static final Duration WORTH_TELLING = Duration.ofMillis(1);

    private final Instant origin;
    private final Map<Long, Attributed> attributed;
    private final Proof proof;

    public Lines(Snapshot snapshot) {
        this.origin = snapshot.started().at();
        this.proof = new Proof(snapshot);
        this.attributed = snapshot.effects().stream()
                .collect(Collectors.toMap(effect -> effect.captured().index(), effect -> effect));
    }

    /** {@code #31 +0.412 s}, or {@code #31 +0.400..+0.412 s} when the time is not known more exactly. */
    String position(Entry entry) {
        Interval time = entry instanceof Captured captured
                ? captured.occurred()
                : entry instanceof Changed changed ? changed.occurred() : Interval.at(entry.at());
        boolean wide = Duration.between(time.earliest(), time.latest()).compareTo(WORTH_TELLING) > 0;
        String from = wide ? String.format(Locale.ROOT, "%+.3f..", seconds(time.earliest())) : "";
        return String.format(Locale.ROOT, "#%d %s%+.3f s", entry.index(), from, seconds(time.latest()));
    }

    private double seconds(Instant at) {
        return Duration.between(origin, at).toNanos() / 1e9;
    }

    /** What the entry is, in a few words. */
    static String summary(Entry entry) {
        if (entry instanceof Captured captured) {
            return captured.summary();
        }
        if (entry instanceof Changed changed) {
            return "#" + changed.captured() + (changed.gone() ? " is there no more" : " has changed");
        }
        if (entry instanceof ActionStarted action) {
            return "action: " + action.text();
        }
        if (entry instanceof Exchanged exchanged) {
            return exchanged.method() + " " + exchanged.url() + " "
                    + (exchanged.failure() == null ? "answered " + exchanged.status() : exchanged.failure());
        }
        if (entry instanceof Performed performed) {
            return performed.system() + ": " + performed.summary()
                    + (performed.copyOf() == 0 ? "" : ", a copy of #" + performed.copyOf());
        }
        if (entry instanceof KeyLearned learned) {
            return "learned " + learned.name() + " " + learned.value() + " from #" + learned.from();
        }
        if (entry instanceof FaultPlanned fault) {
            return "fault planned: " + fault.system() + " " + fault.fault();
        }
        if (entry instanceof FaultFired fault) {
            return "fault \"" + fault.fault() + "\""
                    + (fault.captured() == 0 ? " of " + fault.system() : " on #" + fault.captured());
        }
        if (entry instanceof ExchangeEnded ended) {
            return "exchange of #" + ended.captured() + " ended: " + ended.how();
        }
        if (entry instanceof StageReached reached) {
            return "stage " + reached.stage();
        }
        return entry.getClass().getSimpleName();
    }

    private static String became(Disposition disposition) {
        return switch (disposition) {
            case ACCEPTED -> "";
            case UNCONFIRMED -> ", accepted but not confirmed";
            case REJECTED -> ", refused";
            case REPLAYED -> ", answered from memory";
        };
    }

    /** A whole line of the scenario's journal, with the proof of what was attributed. */
    public String full(Entry entry) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-18s", position(entry)));
        if (entry instanceof Captured captured) {
            line.append(captured.label());
            line.append(became(captured.disposition()));
            line.append("  ").append(captured.summary());
            if (captured.answerStatus() > 0) {
                line.append("  answered ").append(captured.answerStatus());
            }
            Attributed proven = attributed.get(captured.index());
            line.append(proven == null ? "  (belongs to no scenario)" : "  (" + proof.words(proven) + ")");
        } else {
            line.append(summary(entry));
        }
        return line.toString();
    }
}
