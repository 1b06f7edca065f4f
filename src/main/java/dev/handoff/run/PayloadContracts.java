package dev.handoff.run;

import dev.handoff.contract.Contract;
import dev.handoff.contract.Contracts;
import dev.handoff.expectation.Expectation;
import dev.handoff.expectation.Judge;
import dev.handoff.expectation.Source;
import dev.handoff.expectation.Statement;
import dev.handoff.journal.Attributed;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Journal;
import dev.handoff.journal.PayloadCheck;
import dev.handoff.journal.Settlement;
import dev.handoff.journal.Snapshot;
import dev.handoff.recording.Judged;
import dev.handoff.vocabulary.ContractSpec;
import dev.handoff.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** That every payload of a scenario keeps its contract: stated of each scenario without being asked. */
final class PayloadContracts {

    private final Vocabulary vocabulary;
    private final Journal journal;

    PayloadContracts(Vocabulary vocabulary, Journal journal) {
        this.vocabulary = vocabulary;
        this.journal = journal;
    }

    /** What holds captured payloads against the vocabulary's contracts. */
    static PayloadCheck check(Vocabulary vocabulary) {
        Map<String, Contract> contracts = new LinkedHashMap<>();
        vocabulary.contracts().forEach((effect, spec) -> contracts.put(effect, spec.contract()));
        return contracts.isEmpty() ? PayloadCheck.NONE : new Contracts(contracts);
    }

    /**
     * The judgement on the payloads captured so far.
     *
     * @return empty when none of them has a contract
     */
    Optional<Judgement> judge(String scenario, Settling settling, Expectation.Strays strays) {
        if (vocabulary.contracts().isEmpty()
                || payloads(journal.glance(scenario, Map.of(), Settlement.OPEN), strays)
                        .isEmpty()) {
            return Optional.empty();
        }
        Snapshot look = journal.look(scenario, settling.sights(), Settlement.OPEN);
        Expectation expectation = new Expectation(
                new Source(
                        look.started().feature(),
                        look.started().line(),
                        "Scenario: " + look.started().name()),
                new Statement.ContractsKept(terms(look, strays)),
                strays);
        return Optional.of(new Judgement(
                new Judged(scenario, look.looked().index(), expectation, Judge.judge(expectation, look)), look));
    }

    private List<Statement.ContractsKept.Terms> terms(Snapshot look, Expectation.Strays strays) {
        Set<String> effects =
                payloads(look, strays).stream().map(Captured::effect).collect(Collectors.toSet());
        List<Statement.ContractsKept.Terms> terms = new ArrayList<>();
        for (ContractSpec spec : vocabulary.contracts().values()) {
            if (effects.contains(spec.effect())) {
                terms.add(new Statement.ContractsKept.Terms(
                        spec.effect(),
                        spec.file(),
                        spec.producer().orElse(vocabulary.application().name()),
                        spec.consumers()));
            }
        }
        return terms;
    }

    /** What bears on the scenario and has a contract. */
    private static List<Captured> payloads(Snapshot snapshot, Expectation.Strays strays) {
        Stream<Captured> own = Stream.concat(snapshot.effects().stream(), snapshot.contested().stream())
                .map(Attributed::captured)
                .filter(captured -> captured.contract() != null);
        Stream<Captured> doubtful = snapshot.strays().stream()
                .filter(stray -> strays == Expectation.Strays.FAIL)
                .flatMap(stray -> snapshot.states(stray).stream())
                .filter(stray -> stray.contract() != null && stray.contract().isBroken());
        return Stream.concat(own, doubtful).toList();
    }
}
