package dev.handoff.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private final Verdict met = Verdict.met("1 refund", List.of("quiet"), List.of("a stray"), List.of(1L));
    private final Verdict violated = Verdict.violated(
            new Finding(FailureKind.MISSING_EFFECT, "notice", "one", "none", List.of(), null, List.of()), List.of(2L));
    private final Verdict unknown = Verdict.inconclusive("ledger", "one", "unknown", List.of("blind"));
    private final Verdict open = Verdict.open("mail", "one", "none", "not yet");

    @Test
    void aViolationOutweighsADoubtAndADoubtOutweighsTheRest() {
        assertThat(Verdict.all(List.of(met, unknown, open, violated)).outcome()).isEqualTo(Outcome.VIOLATED);
        assertThat(Verdict.all(List.of(met, unknown, met)).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(Verdict.all(List.of(met, met)).outcome()).isEqualTo(Outcome.MET);
    }

    @Test
    void onlyWhatDecidedTheOutcomeIsFound() {
        assertThat(Verdict.all(List.of(unknown, violated)).findings()).isEqualTo(violated.findings());
        assertThat(Verdict.all(List.of(met, unknown)).findings()).isEqualTo(unknown.findings());
    }

    @Test
    void itIsOpenWhileAPartIsAndNoneIsViolated() {
        assertThat(Verdict.all(List.of(met, unknown)).open()).isFalse();
        assertThat(Verdict.all(List.of(unknown, open)).open()).isTrue();
        assertThat(Verdict.all(List.of(violated, open)).open()).isFalse();
    }

    @Test
    void whatDecidedTheOutcomeIsObservedAndEverythingIsSaidOnce() {
        Verdict all = Verdict.all(List.of(met, met, violated));
        assertThat(all.observed()).isEqualTo("none");
        assertThat(Verdict.all(List.of(met, met)).observed()).isEqualTo("1 refund");
        assertThat(all.evidence()).containsExactly("quiet");
        assertThat(all.notes()).containsExactly("a stray");
        assertThat(all.decidedBy()).containsExactly(1L, 2L);
    }
}
