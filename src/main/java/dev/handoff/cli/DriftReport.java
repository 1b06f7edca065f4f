package dev.handoff.cli;

import dev.handoff.contract.Change;
import dev.handoff.vocabulary.ContractSpec;
import dev.handoff.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Drift as a comment on a pull request. */
final class DriftReport {

    private final Vocabulary vocabulary;
    private final RecordedRun.Payloads payloads;

    DriftReport(Vocabulary vocabulary, RecordedRun.Payloads payloads) {
        this.vocabulary = vocabulary;
        this.payloads = payloads;
    }

    String markdown(Map<ContractSpec, List<Change>> changes) {
        if (changes.isEmpty()) {
            return "No contract drift: " + compared() + "." + gaps(" ", " ");
        }
        List<String> lines = new ArrayList<>();
        lines.add("### Contract drift");
        lines.add("");
        lines.add((changes.size() == 1 ? "1 contract differs" : changes.size() + " contracts differ")
                + " from what was sent; " + compared() + ".");
        changes.forEach((contract, found) -> section(contract, found, lines));
        String gaps = gaps("", "\n\n");
        if (!gaps.isEmpty()) {
            lines.add("");
            lines.add(gaps);
        }
        return String.join("\n", lines);
    }

    private void section(ContractSpec contract, List<Change> changes, List<String> lines) {
        int all = payloads.byEffect().get(contract.effect()).size();
        lines.add("");
        lines.add("**" + text(contract.effect()) + "** (" + code(contract.file()) + ")" + whom(contract, changes));
        lines.add("");
        lines.add("| field | change | in this run | payloads |");
        lines.add("| --- | --- | --- | --- |");
        for (Change change : changes) {
            lines.add("| " + code(change.path()) + " | " + change.kind().words() + " | " + text(change.words()) + " | "
                    + change.payloads() + " of " + all + " |");
        }
    }

    private String whom(ContractSpec contract, List<Change> changes) {
        if (changes.stream().noneMatch(change -> change.kind().breaks())) {
            return ": breaks nobody who allows more fields";
        }
        String producer = contract.producer().orElse(vocabulary.application().name());
        return contract.consumers().isEmpty()
                ? ": sent by " + text(producer)
                : ": breaks **" + text(String.join(", ", contract.consumers())) + "**; sent by " + text(producer);
    }

    private String compared() {
        Set<String> effects = new TreeSet<>(vocabulary.contracts().keySet());
        effects.retainAll(payloads.byEffect().keySet());
        int count = effects.stream()
                .mapToInt(effect -> payloads.byEffect().get(effect).size())
                .sum();
        return count + (count == 1 ? " payload" : " payloads") + " compared with " + effects.size()
                + (effects.size() == 1 ? " contract" : " contracts");
    }

    /** What was not compared: it is no drift. */
    private String gaps(String before, String between) {
        Set<String> unsent = new TreeSet<>(vocabulary.contracts().keySet());
        unsent.removeAll(payloads.byEffect().keySet());
        Set<String> unagreed = new TreeSet<>(payloads.byEffect().keySet());
        unagreed.removeAll(vocabulary.contracts().keySet());
        List<String> gaps = new ArrayList<>();
        if (!unsent.isEmpty()) {
            gaps.add("Contracts without payloads in this run: " + text(String.join(", ", unsent)) + ".");
        }
        if (!unagreed.isEmpty()) {
            gaps.add("Payloads without a contract: " + text(String.join(", ", unagreed)) + ".");
        }
        return gaps.isEmpty() ? "" : before + String.join(between, gaps);
    }

    /** Nothing that was captured becomes markup. */
    private static String text(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("([\\\\`*_{}\\[\\]<>#|~&@])", "\\\\$1");
    }

    private static String code(String text) {
        return "`" + text.replaceAll("[\\s`]+", " ").replace("|", "\\|") + "`";
    }
}
