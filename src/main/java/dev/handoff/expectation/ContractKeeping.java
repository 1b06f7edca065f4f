package dev.handoff.expectation;

import dev.handoff.journal.Attributed;
import dev.handoff.journal.Breach;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges that every payload keeps its contract, attempts and later states included. Whether one does was found when it was
 * captured, before anything of it was masked.
 */
final class ContractKeeping {

    private static final String SUBJECT = "payloads";
    private static final String EXPECTED = "every payload keeps its contract";

    private final Snapshot snapshot;
    private final Visibility visibility;
    private final Expectation.Strays strays;

    ContractKeeping(Snapshot snapshot, Expectation.Strays strays) {
        this.snapshot = snapshot;
        this.visibility = new Visibility(snapshot);
        this.strays = strays;
    }

    Verdict judge(Statement.ContractsKept statement) {
        List<Captured> own = snapshot.effects().stream()
                .flatMap(attributed -> snapshot.states(attributed.captured()).stream())
                .filter(captured -> captured.contract() != null)
                .toList();
        List<Captured> broken =
                own.stream().filter(captured -> captured.contract().isBroken()).toList();
        if (!broken.isEmpty()) {
            return violated(statement, own, broken);
        }
        String observed = count(own);
        List<String> doubts = doubts(own);
        return doubts.isEmpty() ? met(own, observed) : Verdict.inconclusive(SUBJECT, EXPECTED, observed, doubts);
    }

    private Verdict met(List<Captured> own, String observed) {
        List<String> notes = strays == Expectation.Strays.WARN
                ? brokenStrays().map(ContractKeeping::stray).toList()
                : List.of();
        return Verdict.met(
                observed, List.of(), notes, own.stream().map(Captured::index).toList());
    }

    /** What may be this scenario's and breaks a contract, and what of its own could not be checked. */
    private List<String> doubts(List<Captured> own) {
        List<String> doubts = new ArrayList<>();
        own.stream()
                .filter(captured -> captured.contract().unknown() != null)
                .forEach(captured -> doubts.add("#" + captured.index() + " " + captured.label()
                        + " could not be held against its contract: "
                        + captured.contract().unknown()));
        snapshot.contested().forEach(contested -> brokenStates(contested.captured())
                .forEach(state -> doubts.add(
                        visibility.contest(contested) + ", and " + since(contested, state) + breaks(state))));
        if (strays == Expectation.Strays.FAIL) {
            brokenStrays().map(ContractKeeping::stray).forEach(doubts::add);
        }
        return doubts;
    }

    private Stream<Captured> brokenStrays() {
        return snapshot.strays().stream().flatMap(this::brokenStates);
    }

    private Stream<Captured> brokenStates(Captured captured) {
        return snapshot.states(captured).stream()
                .filter(state -> state.contract() != null && state.contract().isBroken());
    }

    private static String stray(Captured stray) {
        return "#" + stray.index() + " is a " + stray.label() + " that fits no scenario, and " + breaks(stray);
    }

    private static String since(Attributed first, Captured state) {
        return state.index() == first.captured().index() ? "" : "since #" + state.index() + " ";
    }

    private static String breaks(Captured captured) {
        return "breaks its contract: "
                + captured.contract().breaches().stream().map(Breach::words).collect(Collectors.joining("; "));
    }

    private static String count(List<Captured> payloads) {
        long effects = payloads.stream().map(Captured::effect).distinct().count();
        return payloads.size()
                + (payloads.size() == 1 ? " payload, " : " payloads, ")
                + effects
                + (effects == 1 ? " effect" : " effects");
    }

    private static Verdict violated(Statement.ContractsKept statement, List<Captured> own, List<Captured> broken) {
        Map<String, List<Captured>> byEffect = broken.stream()
                .collect(Collectors.groupingBy(Captured::effect, LinkedHashMap::new, Collectors.toList()));
        List<Finding> findings = new ArrayList<>();
        byEffect.forEach((effect, payloads) -> findings.add(finding(
                statement,
                effect,
                payloads,
                own.stream()
                        .filter(captured -> captured.effect().equals(effect))
                        .count())));
        return new Verdict(
                Outcome.VIOLATED,
                false,
                broken.size() + " of " + own.size() + " payloads broken",
                findings,
                List.of(),
                List.of(),
                broken.stream().map(Captured::index).toList());
    }

    private static Finding finding(
            Statement.ContractsKept statement, String effect, List<Captured> broken, long payloads) {
        Statement.ContractsKept.Terms terms = statement.terms().stream()
                .filter(one -> one.effect().equals(effect))
                .findFirst()
                .orElse(new Statement.ContractsKept.Terms(effect, "its contract", null, List.of()));
        List<String> notes = new ArrayList<>(facts(broken));
        if (!terms.consumers().isEmpty()) {
            notes.add("breaks:   " + String.join(", ", terms.consumers())
                    + (terms.producer() == null ? "" : "; sent by " + terms.producer()));
        }
        return new Finding(
                FailureKind.CONTRACT_BROKEN,
                effect,
                "every payload keeps " + terms.contract(),
                payloads == 1
                        ? "the only one does not"
                        : broken.size() + " of " + payloads + (broken.size() == 1 ? " does not" : " do not"),
                broken.stream()
                        .map(captured -> new Sighting(
                                captured.index(), Fields.of(captured).identity(), null))
                        .toList(),
                null,
                notes);
    }

    /** Each breach once, with the payloads that have it if not all have. */
    private static List<String> facts(List<Captured> broken) {
        Map<String, List<Captured>> payloads = new LinkedHashMap<>();
        for (Captured captured : broken) {
            captured.contract().breaches().forEach(breach -> payloads.computeIfAbsent(
                            breach.words() + "   (" + breach.rule() + ")", none -> new ArrayList<>())
                    .add(captured));
        }
        return payloads.entrySet().stream()
                .map(fact -> fact.getValue().size() == broken.size()
                        ? fact.getKey()
                        : fact.getValue().stream()
                                        .map(captured -> "#" + captured.index())
                                        .collect(Collectors.joining(", "))
                                + ": " + fact.getKey())
                .toList();
    }
}
