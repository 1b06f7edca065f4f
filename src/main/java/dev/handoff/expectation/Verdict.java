package dev.handoff.expectation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A judgement.
 *
 * @param outcome what may be said
 * @param open whether more may come that changes it: only ever with {@link Outcome#INCONCLUSIVE}
 * @param observed what was seen, in a few words
 * @param findings why it is not met; empty when it is
 * @param evidence what it rests on, a phrase each
 * @param notes what a reader should know beside it, a sentence each
 * @param decidedBy the indexes of the entries that decided it
 */
public record Verdict(
        Outcome outcome,
        boolean open,
        String observed,
        List<Finding> findings,
        List<String> evidence,
        List<String> notes,
        List<Long> decidedBy) {

    public Verdict {
        findings = List.copyOf(findings);
        evidence = List.copyOf(evidence);
        notes = List.copyOf(notes);
        decidedBy = List.copyOf(decidedBy);
    }

    static Verdict met(String observed, List<String> evidence, List<String> notes, List<Long> decidedBy) {
        return new Verdict(Outcome.MET, false, observed, List.of(), evidence, notes, decidedBy);
    }

    static Verdict violated(Finding finding, List<Long> decidedBy) {
        return new Verdict(
                Outcome.VIOLATED, false, finding.observed(), List.of(finding), List.of(), List.of(), decidedBy);
    }

    static Verdict inconclusive(String subject, String expected, String observed, List<String> reasons) {
        return inconclusive(subject, expected, observed, reasons, false);
    }

    /** Not known yet: more may come. */
    static Verdict open(String subject, String expected, String observed, String reason) {
        return inconclusive(subject, expected, observed, List.of(reason), true);
    }

    private static Verdict inconclusive(
            String subject, String expected, String observed, List<String> reasons, boolean open) {
        return new Verdict(
                Outcome.INCONCLUSIVE,
                open,
                observed,
                List.of(Finding.inconclusive(subject, expected, observed, reasons)),
                List.of(),
                List.of(),
                List.of());
    }

    /** The verdict on several statements that must all hold: a violation outweighs a doubt, a doubt outweighs the rest. */
    static Verdict all(List<Verdict> parts) {
        Outcome outcome = Stream.of(Outcome.VIOLATED, Outcome.INCONCLUSIVE)
                .filter(bad -> parts.stream().anyMatch(part -> part.outcome() == bad))
                .findFirst()
                .orElse(Outcome.MET);
        List<Finding> findings = new ArrayList<>();
        List<String> observed = new ArrayList<>();
        List<String> evidence = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<Long> decidedBy = new ArrayList<>();
        for (Verdict part : parts) {
            if (part.outcome() == outcome) {
                findings.addAll(part.findings());
            }
            if (part.outcome() == outcome && !observed.contains(part.observed())) {
                observed.add(part.observed());
            }
            part.evidence().stream()
                    .filter(phrase -> !evidence.contains(phrase))
                    .forEach(evidence::add);
            part.notes().stream().filter(note -> !notes.contains(note)).forEach(notes::add);
            part.decidedBy().stream()
                    .filter(entry -> !decidedBy.contains(entry))
                    .forEach(decidedBy::add);
        }
        boolean open = outcome == Outcome.INCONCLUSIVE && parts.stream().anyMatch(Verdict::open);
        return new Verdict(outcome, open, String.join(", ", observed), findings, evidence, notes, decidedBy);
    }
}
