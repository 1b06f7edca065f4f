package dev.handoff.cli;

import dev.handoff.contract.Change;
import dev.handoff.contract.Drift;
import dev.handoff.vocabulary.ContractSpec;
import dev.handoff.vocabulary.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code handoff contracts drift}. */
@Command(
        name = "drift",
        description = "Compares the payloads of a recorded run with the contracts, in Markdown for a pull request.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no drift", "1:drift was found", "2:it could not be compared"})
final class DriftCommand implements Callable<Integer> {

    @Mixin
    private RecordedRun run;

    @Mixin
    private VocabularyOption option;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Vocabulary vocabulary = option.read();
        RecordedRun.Payloads payloads = run.payloads();
        payloads.notices().forEach(spec.commandLine().getErr()::println);
        Map<ContractSpec, List<Change>> changes = new LinkedHashMap<>();
        for (ContractSpec contract : vocabulary.contracts().values()) {
            List<Change> found =
                    Drift.between(contract.contract(), payloads.byEffect().getOrDefault(contract.effect(), List.of()));
            if (!found.isEmpty()) {
                changes.put(contract, found);
            }
        }
        spec.commandLine().getOut().println(new DriftReport(vocabulary, payloads).markdown(changes));
        return changes.isEmpty() ? Handoff.NOTHING : Handoff.FOUND;
    }
}
