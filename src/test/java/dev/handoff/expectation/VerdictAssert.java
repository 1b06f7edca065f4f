package dev.handoff.expectation;

import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** Says what a verdict must be. */
final class VerdictAssert extends AbstractAssert<VerdictAssert, Verdict> {

    private VerdictAssert(Verdict verdict) {
        super(verdict, VerdictAssert.class);
    }

    static VerdictAssert assertThat(Verdict verdict) {
        return new VerdictAssert(verdict);
    }

    VerdictAssert isMet() {
        is(Outcome.MET, false);
        Assertions.assertThat(actual.findings()).isEmpty();
        return this;
    }

    VerdictAssert isOpen() {
        return is(Outcome.INCONCLUSIVE, true);
    }

    /** Violated for good, by findings of these kinds. */
    VerdictAssert isViolatedBy(FailureKind... kinds) {
        is(Outcome.VIOLATED, false);
        Assertions.assertThat(actual.findings().stream().map(Finding::kind)).containsExactly(kinds);
        return this;
    }

    /** Inconclusive for good, with these reasons, each given by a part of it. */
    VerdictAssert isUnknownBecause(String... reasons) {
        is(Outcome.INCONCLUSIVE, false);
        Assertions.assertThat(actual.findings())
                .isNotEmpty()
                .allMatch(finding -> finding.kind() == FailureKind.INCONCLUSIVE);
        List<String> given = reasons();
        Assertions.assertThat(given).hasSameSizeAs(reasons);
        for (int i = 0; i < reasons.length; i++) {
            Assertions.assertThat(given.get(i)).contains(reasons[i]);
        }
        return this;
    }

    VerdictAssert decidedBy(Long... entries) {
        Assertions.assertThat(actual.decidedBy()).containsExactly(entries);
        return this;
    }

    VerdictAssert notes(String... notes) {
        Assertions.assertThat(actual.notes()).containsExactly(notes);
        return this;
    }

    VerdictAssert found(String subject, String expected, String observed) {
        Finding finding = actual.findings().get(0);
        Assertions.assertThat(List.of(finding.subject(), finding.expected(), finding.observed()))
                .containsExactly(subject, expected, observed);
        return this;
    }

    private List<String> reasons() {
        return actual.findings().stream()
                .flatMap(finding -> finding.notes().stream())
                .toList();
    }

    private VerdictAssert is(Outcome outcome, boolean open) {
        Assertions.assertThat(actual)
                .as("verdict: %s", actual)
                .extracting(Verdict::outcome, Verdict::open)
                .containsExactly(outcome, open);
        return this;
    }
}
