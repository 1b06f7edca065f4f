package dev.handoff.expectation;

import dev.handoff.journal.Attributed;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges how an effect was delivered: how many attempts, answered how, and with what in common. */
final class AttemptCounting {

    private final Snapshot snapshot;
    private final Visibility visibility;
    private final Expectation.Strays strays;

    AttemptCounting(Snapshot snapshot, Expectation.Strays strays) {
        this.snapshot = snapshot;
        this.strays = strays;
        this.visibility = new Visibility(snapshot);
    }

    Verdict judge(Statement.Attempts statement) {
        List<Captured> attempts = snapshot.effects().stream()
                .map(Attributed::captured)
                .filter(captured -> statement.effect().name().equals(captured.effect()))
                .toList();
        String observed = observed(attempts);
        String subject = statement.effect().name();
        String expected = expected(statement);
        if (statement.count() != null && attempts.size() > statement.count()) {
            return differ(statement, attempts);
        }
        boolean fewer = attempts.size() < atLeast(statement);
        if (fewer
                && !visibility.gaveUp()
                && !visibility.closed(statement.effect().system(), visibility.deadline(statement.within()))) {
            return Verdict.open(subject, expected, observed, "the window has not closed yet");
        }
        return visibility.onceSettled(
                subject, expected, observed, visibility.gaps(statement.effect(), visibility.end()), () -> {
                    List<String> doubts = snapshot.contested().stream()
                            .filter(contested ->
                                    subject.equals(contested.captured().effect()))
                            .map(visibility::contest)
                            .toList();
                    if (!doubts.isEmpty()) {
                        return Verdict.inconclusive(subject, expected, observed, doubts);
                    }
                    boolean holds = !fewer && statusesHold(statement, attempts) && headerHolds(statement, attempts);
                    return holds
                            ? visibility.besideStrays(
                                    strays,
                                    straysThatDiffer(statement, attempts),
                                    subject,
                                    expected,
                                    Verdict.met(observed, visibility.evidence(), List.of(), indexes(attempts)))
                            : differ(statement, attempts);
                });
    }

    /** How many attempts a statement speaks of: as many as it says, or gives statuses for. */
    private static int atLeast(Statement.Attempts statement) {
        int said = statement.count() == null ? 1 : statement.count();
        return Math.max(said, statement.statuses().size());
    }

    /** Deliveries of nobody that would be attempts other than stated if they were ours. */
    private List<Captured> straysThatDiffer(Statement.Attempts statement, List<Captured> attempts) {
        boolean anyDiffers = statement.count() != null || !statement.statuses().isEmpty();
        return snapshot.strays().stream()
                .filter(stray -> statement.effect().name().equals(stray.effect()))
                .filter(stray -> anyDiffers
                        || !headerHolds(
                                statement,
                                Stream.concat(attempts.stream(), Stream.of(stray))
                                        .toList()))
                .toList();
    }

    private List<Integer> statuses(List<Captured> attempts) {
        return attempts.stream().map(attempt -> Told.status(snapshot, attempt)).toList();
    }

    private boolean statusesHold(Statement.Attempts statement, List<Captured> attempts) {
        return statement.statuses().isEmpty() || statement.statuses().equals(statuses(attempts));
    }

    private static boolean headerHolds(Statement.Attempts statement, List<Captured> attempts) {
        if (statement.sameHeader() == null) {
            return true;
        }
        Set<Optional<String>> values = attempts.stream()
                .map(attempt -> attempt.content().header(statement.sameHeader()))
                .collect(Collectors.toSet());
        return values.size() == 1 && !values.contains(Optional.<String>empty());
    }

    private Verdict differ(Statement.Attempts statement, List<Captured> attempts) {
        List<Sighting> sightings = attempts.stream()
                .map(attempt -> new Sighting(
                        attempt.index(),
                        Fields.of(attempt).brief(fieldsShown(statement)),
                        Told.words(Told.status(snapshot, attempt))
                                + anotherHeader(statement, attempts.get(0), attempt)))
                .toList();
        return Verdict.violated(
                new Finding(
                        FailureKind.ATTEMPTS_DIFFER,
                        statement.effect().name(),
                        expected(statement),
                        observed(attempts),
                        sightings,
                        null,
                        List.of()),
                indexes(attempts));
    }

    private static String anotherHeader(Statement.Attempts statement, Captured first, Captured attempt) {
        String name = statement.sameHeader();
        return name == null
                        || attempt.content().header(name).equals(first.content().header(name))
                ? ""
                : ", another " + name;
    }

    private static List<Field> fieldsShown(Statement.Attempts statement) {
        return statement.sameHeader() == null
                ? List.of()
                : List.of(new Field("header " + statement.sameHeader(), "<any>"));
    }

    private static String expected(Statement.Attempts statement) {
        StringBuilder words = new StringBuilder(
                statement.count() == null
                        ? "attempts"
                        : statement.count() + (statement.count() == 1 ? " attempt" : " attempts"));
        if (!statement.statuses().isEmpty()) {
            words.append(" with the statuses ").append(Told.list(statement.statuses()));
        }
        if (statement.sameHeader() != null) {
            words.append(" with the same ").append(statement.sameHeader());
        }
        return words.toString();
    }

    private String observed(List<Captured> attempts) {
        return attempts.isEmpty()
                ? "no attempt"
                : attempts.size() + (attempts.size() == 1 ? " attempt" : " attempts") + " with the statuses "
                        + Told.list(statuses(attempts));
    }

    private static List<Long> indexes(List<Captured> attempts) {
        return attempts.stream().map(Captured::index).toList();
    }
}
