package dev.handoff.expectation;

import dev.handoff.journal.ActionStarted;
import dev.handoff.journal.Exchanged;
import dev.handoff.journal.Snapshot;
import java.util.List;
import java.util.Optional;

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
            List<Cell> table = Fields.of(exchange.answer(), exchange.at()).compare(statement.fields());
            Optional<Cell> first = table.stream().filter(Cell::differs).findFirst();
            if (first.isPresent()) {
                return wrong(
                        exchange,
                        "response, " + first.get().path(),
                        first.get().expected(),
                        first.get().observed(),
                        table);
            }
        }
        return met("response", "the fields of the table", "the fields of the table");
    }

    private static Verdict wrong(
            Exchanged exchange, String subject, String expected, String observed, List<Cell> table) {
        return Verdict.violated(
                new Finding(
                        FailureKind.WRONG_FIELD,
                        subject,
                        expected,
                        observed,
                        List.of(new Sighting(exchange.index(), "", null, table)),
                        null,
                        List.of()),
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
