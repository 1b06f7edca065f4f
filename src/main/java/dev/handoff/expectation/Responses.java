package dev.handoff.expectation;

import dev.handoff.journal.ActionStarted;
import dev.handoff.journal.Exchanged;
import dev.handoff.journal.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** Judges what the application answered to the last action. */
final class Responses {

    private final List<Exchanged> exchanges;

    Responses(Snapshot snapshot) {
        long action = snapshot.lastAction().map(ActionStarted::index).orElse(-1L);
        List<Exchanged> all = snapshot.entries(Exchanged.class)
                .filter(exchanged -> exchanged.action() == action && !exchanged.onTheWay())
                .toList();
        this.exchanges = all;
    }

    Verdict judge(Statement.ResponseStatus statement) {
        String expected = String.valueOf(statement.status());
        for (Exchanged exchange : exchanges) {
            if (exchange.status() != statement.status()) {
                String observed = exchange.failure() == null ? String.valueOf(exchange.status()) : exchange.failure();
                return wrong(exchange, "response status", expected, observed, List.of());
            }
        }
        return met("response status", expected, expected);
    }

    Verdict judge(Statement.ResponseHas statement) {
        for (Exchanged exchange : exchanges) {
            if (exchange.answer() == null) {
                return wrong(exchange, "response", "an answer", exchange.failure(), List.of());
            }
            List<Fields.Mismatch> mismatches =
                    Fields.of(exchange.answer(), exchange.at()).mismatches(statement.fields());
            if (!mismatches.isEmpty()) {
                List<String> more = new ArrayList<>();
                mismatches.stream()
                        .skip(1)
                        .forEach(other -> more.add(
                                other.path() + ": expected " + other.expected() + ", observed " + other.observed()));
                Fields.Mismatch first = mismatches.get(0);
                return wrong(exchange, "response, " + first.path(), first.expected(), first.observed(), more);
            }
        }
        return met("response", "the fields of the table", "the fields of the table");
    }

    private static Verdict wrong(
            Exchanged exchange, String subject, String expected, String observed, List<String> notes) {
        return Verdict.violated(
                new Finding(
                        FailureKind.WRONG_FIELD,
                        subject,
                        expected,
                        observed,
                        List.of(Sighting.of(exchange.index())),
                        null,
                        notes),
                List.of(exchange.index()));
    }

    private Verdict met(String subject, String expected, String observed) {
        return exchanges.isEmpty()
                ? Verdict.inconclusive(subject, expected, "unknown", List.of("no request was made before"))
                : Verdict.met(
                        observed,
                        List.of(),
                        List.of(),
                        exchanges.stream().map(Exchanged::index).toList());
    }
}
