package dev.handoff.report.coverage;

import static dev.handoff.report.coverage.Scenarios.RECEIPT;
import static dev.handoff.report.coverage.Scenarios.REFUND;
import static dev.handoff.report.coverage.Scenarios.attempts;
import static dev.handoff.report.coverage.Scenarios.exactlyOne;
import static dev.handoff.report.coverage.Scenarios.exactlyOneWithATable;
import static dev.handoff.report.coverage.Scenarios.inOrder;
import static dev.handoff.report.coverage.Scenarios.ran;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.expectation.Outcome;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoverageTextTest {

    private static final Share WHOLE = new Share(List.of(new Share.OfFeature("Refunds", 2, 2)));
    private static final Share PART =
            new Share(List.of(new Share.OfFeature("Refunds", 2, 3), new Share.OfFeature("Signup", 0, 8)));

    @Test
    void what_is_not_specified_is_told_in_a_few_lines() {
        Coverage coverage = Coverage.of(
                WHOLE,
                List.of(REFUND, RECEIPT, "payout"),
                List.of(
                        ran("once", exactlyOne(REFUND), attempts(REFUND, 1, 201), exactlyOneWithATable(REFUND)),
                        ran("in order", inOrder(REFUND, RECEIPT))));

        assertThat(CoverageText.summary(coverage)).isEqualTo("""
                        3 handoffs
                          no scenario speaks of 1: payout
                          without delivery 1: refund receipt
                          without acceptance 1: refund receipt
                          without effect 1: refund receipt
                          without uniqueness 1: refund receipt""");
    }

    @Test
    void where_everything_is_specified_that_is_told() {
        Coverage coverage = Coverage.of(
                WHOLE,
                List.of(REFUND),
                List.of(ran(
                        "all",
                        exactlyOne(REFUND),
                        attempts(REFUND, 1, 201),
                        exactlyOneWithATable(REFUND),
                        inOrder(REFUND, RECEIPT))));

        assertThat(CoverageText.summary(coverage))
                .isEqualTo("1 handoff, each with delivery, acceptance, effect, uniqueness and order specified");
    }

    @Test
    void many_are_counted_and_the_first_are_named() {
        List<String> effects =
                IntStream.rangeClosed(1, 8).mapToObj(i -> "effect " + i).toList();

        assertThat(CoverageText.summary(Coverage.of(WHOLE, effects, List.of())))
                .contains(
                        "no scenario speaks of 8: effect 1, effect 2, effect 3, effect 4, effect 5, effect 6 and 2 more");
    }

    @Test
    void a_part_of_the_features_shows_no_holes() {
        Coverage coverage = Coverage.of(PART, List.of(REFUND, RECEIPT), List.of(ran("once", exactlyOne(REFUND))));

        assertThat(CoverageText.summary(coverage))
                .isEqualTo("2 handoffs; what nobody specifies is not told: 2 of 11 scenarios ran"
                        + " (Refunds 2 of 3, Signup 0 of 8)");
        assertThat(CoverageText.whole(coverage))
                .startsWith("2 of 11 scenarios ran")
                .contains("refund receipt: no scenario that ran speaks of it")
                .contains("delivery: by no scenario that ran\n");
    }

    @Test
    void a_scenario_that_did_not_get_to_its_end_may_have_said_more() {
        Ran red = new Ran("Refunds", "red", Set.of(), Outcome.VIOLATED, List.of());

        assertThat(CoverageText.summary(Coverage.of(WHOLE, List.of(REFUND), List.of(red))))
                .isEqualTo(
                        "1 handoff; what nobody specifies is not told: 1 scenario did not pass, and what stands after"
                                + " the failed step was not judged");
    }

    @Test
    void the_whole_text_names_the_scenarios() {
        Ran data = new Ran("Refunds", "once", Set.of(IntegrationPoint.DATA), Outcome.MET, List.of(exactlyOne(REFUND)));

        assertThat(CoverageText.whole(Coverage.of(WHOLE, List.of(REFUND, "payout"), List.of(data))))
                .isEqualTo("""
                        Integration points

                        Refunds
                          data validation and transformation: 1 met
                          authentication and authorisation: none
                          error propagation: none
                          state synchronisation: none
                          rollback and recovery: none
                          without a point: none

                        Handoffs

                        payout: no scenario speaks of it
                        provider refund
                          delivery: by no scenario
                          acceptance: by no scenario
                          effect: by no scenario
                          uniqueness: once
                          order: by no scenario
                        """);
    }
}
