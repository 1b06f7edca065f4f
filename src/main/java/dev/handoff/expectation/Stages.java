package dev.handoff.expectation;

import dev.handoff.journal.Snapshot;
import dev.handoff.journal.StageReached;
import java.time.Instant;
import java.util.List;

/** Judges which stage the application said a workflow has reached. */
final class Stages {

    private static final String SYSTEM = Statement.Reaches.SIGHT;

    private final Snapshot snapshot;
    private final Visibility visibility;

    Stages(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.visibility = new Visibility(snapshot);
    }

    Verdict judge(Statement.Reaches statement) {
        String subject = "workflow stage \"" + statement.stage() + "\"";
        String expected = statement.stage() + " within " + Shown.duration(statement.within());
        List<StageReached> stages = snapshot.entries(StageReached.class).toList();
        Instant deadline = visibility.deadline(statement.within());
        String observed = stages.isEmpty()
                ? "no stage"
                : String.join(
                        ", then ", stages.stream().map(StageReached::stage).toList());
        List<StageReached> wanted = stages.stream()
                .filter(reached -> reached.stage().equals(statement.stage()))
                .toList();
        for (StageReached reached : wanted) {
            if (!reached.occurred().latest().isAfter(deadline)) {
                return Verdict.met(observed, List.of(), List.of(), List.of(reached.index()));
            }
        }
        List<String> doubts = wanted.stream()
                .filter(reached -> !reached.occurred().earliest().isAfter(deadline))
                .map(reached -> Visibility.straddles(reached.index()))
                .toList();
        if (!doubts.isEmpty()) {
            return Verdict.inconclusive(subject, expected, observed, doubts);
        }
        if (!visibility.closed(SYSTEM, deadline)) {
            return visibility.gaveUp()
                    ? Verdict.inconclusive(
                            subject, expected, observed, List.of("the application did not say which stage it is in"))
                    : Verdict.open(subject, expected, observed, "the window has not closed yet");
        }
        return Verdict.violated(
                new Finding(
                        wanted.isEmpty() ? FailureKind.MISSING_EFFECT : FailureKind.TOO_LATE,
                        subject,
                        expected,
                        observed,
                        stages.stream().map(stage -> Sighting.of(stage.index())).toList(),
                        null,
                        List.of()),
                stages.stream().map(StageReached::index).toList());
    }
}
