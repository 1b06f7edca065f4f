package dev.handoff.report.coverage;

import static dev.handoff.report.coverage.Aspect.ACCEPTANCE;
import static dev.handoff.report.coverage.Aspect.DELIVERY;
import static dev.handoff.report.coverage.Aspect.EFFECT;
import static dev.handoff.report.coverage.Aspect.ORDER;
import static dev.handoff.report.coverage.Aspect.UNIQUENESS;
import static dev.handoff.report.coverage.Scenarios.RECEIPT;
import static dev.handoff.report.coverage.Scenarios.REFUND;
import static dev.handoff.report.coverage.Scenarios.all;
import static dev.handoff.report.coverage.Scenarios.atLeastOne;
import static dev.handoff.report.coverage.Scenarios.attempts;
import static dev.handoff.report.coverage.Scenarios.contractsKept;
import static dev.handoff.report.coverage.Scenarios.exactlyOne;
import static dev.handoff.report.coverage.Scenarios.exactlyOneWithATable;
import static dev.handoff.report.coverage.Scenarios.inOrder;
import static dev.handoff.report.coverage.Scenarios.inTheEnd;
import static dev.handoff.report.coverage.Scenarios.inTime;
import static dev.handoff.report.coverage.Scenarios.neverReturns;
import static dev.handoff.report.coverage.Scenarios.no;
import static dev.handoff.report.coverage.Scenarios.noneInTime;
import static dev.handoff.report.coverage.Scenarios.noneWithATable;
import static dev.handoff.report.coverage.Scenarios.notBefore;
import static dev.handoff.report.coverage.Scenarios.nothingElse;
import static dev.handoff.report.coverage.Scenarios.ran;
import static dev.handoff.report.coverage.Scenarios.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.expectation.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HandoffTest {

    @Test
    void delivery_is_a_stated_time_or_the_attempts() {
        assertThat(aspects(inTime(REFUND))).containsExactly(DELIVERY);
        assertThat(aspects(attempts(REFUND, 3))).containsExactly(DELIVERY);
        assertThat(aspects(spaced(REFUND))).containsExactly(DELIVERY);
        assertThat(aspects(spaced(RECEIPT))).isEmpty();
        assertThat(aspects(atLeastOne(REFUND))).isEmpty();
    }

    @Test
    void that_nothing_comes_in_a_time_delivers_nothing() {
        assertThat(aspects(noneInTime(REFUND))).isEmpty();
    }

    @Test
    void acceptance_is_how_the_system_answers_or_what_the_application_answers_beside_it() {
        assertThat(aspects(attempts(REFUND, 2, 503, 201))).containsExactly(DELIVERY, ACCEPTANCE);
        assertThat(aspects(new Statement.ResponseStatus(202), atLeastOne(REFUND)))
                .containsExactly(ACCEPTANCE);
        assertThat(aspects(new Statement.ResponseHas(List.of()), no(REFUND))).containsExactly(ACCEPTANCE);
        assertThat(aspects(new Statement.ResponseStatus(202), atLeastOne(RECEIPT)))
                .isEmpty();
    }

    @Test
    void effect_is_a_table_about_what_happens() {
        assertThat(aspects(exactlyOneWithATable(REFUND))).containsExactly(EFFECT);
        assertThat(aspects(noneWithATable(REFUND))).isEmpty();
    }

    @Test
    void effect_is_what_holds_in_the_end_and_what_a_contract_says() {
        assertThat(aspects(inTheEnd(REFUND))).containsExactly(EFFECT);
        assertThat(aspects(contractsKept(REFUND))).containsExactly(EFFECT);
        assertThat(aspects(contractsKept(RECEIPT), inTheEnd(RECEIPT))).isEmpty();
    }

    @Test
    void a_contract_is_kept_without_a_scenario_that_speaks_of_its_effect() {
        assertThat(Handoff.of(List.of(REFUND), List.of(ran("another", contractsKept(REFUND)))))
                .extracting(Handoff::spokenOf)
                .containsExactly(false);
    }

    @Test
    void uniqueness_is_a_count_with_a_limit() {
        assertThat(aspects(exactlyOne(REFUND))).containsExactly(UNIQUENESS);
        assertThat(aspects(atLeastOne(REFUND))).isEmpty();
        assertThat(aspects(no(REFUND))).isEmpty();
    }

    @Test
    void a_table_lets_another_one_beside_it_pass_unless_nothing_else_may_happen() {
        assertThat(aspects(exactlyOneWithATable(REFUND), nothingElse())).containsExactly(EFFECT, UNIQUENESS);
        assertThat(aspects(exactlyOneWithATable(REFUND), inOrder(REFUND, RECEIPT), nothingElse()))
                .containsExactly(EFFECT, ORDER);
        assertThat(aspects(exactlyOneWithATable(REFUND), atLeastOne(REFUND), nothingElse()))
                .containsExactly(EFFECT);
        assertThat(aspects(exactlyOneWithATable(REFUND), attempts(REFUND, 2), nothingElse()))
                .containsExactly(DELIVERY, EFFECT);
    }

    @Test
    void order_is_before_and_after_effects_and_actions() {
        assertThat(aspects(inOrder(RECEIPT, REFUND))).containsExactly(ORDER);
        assertThat(aspects(notBefore(REFUND))).containsExactly(ORDER);
        assertThat(aspects(neverReturns(REFUND))).containsExactly(ORDER);
        assertThat(aspects(inOrder(RECEIPT, "ledger entry"))).isEmpty();
    }

    @Test
    void a_workflow_that_completes_says_each_of_its_parts() {
        assertThat(aspects(all(exactlyOne(REFUND), all(nothingElse())))).containsExactly(UNIQUENESS);
    }

    @Test
    void each_aspect_names_the_scenarios_that_specify_it() {
        Handoff refund = Handoff.of(
                        List.of(REFUND),
                        List.of(
                                ran("once", exactlyOne(REFUND)),
                                ran("in order", inOrder(REFUND, RECEIPT)),
                                ran("once more", exactlyOne(REFUND))))
                .get(0);

        assertThat(refund.specifiedBy(UNIQUENESS)).containsExactly("once", "once more");
        assertThat(refund.specifiedBy(ORDER)).containsExactly("in order");
        assertThat(refund.specifiedBy(DELIVERY)).isEmpty();
    }

    @Test
    void what_no_scenario_speaks_of_comes_first() {
        List<Handoff> handoffs = Handoff.of(
                List.of(REFUND, "payout", RECEIPT),
                List.of(ran("one", no(RECEIPT), exactlyOne(REFUND), nothingElse())));

        assertThat(handoffs).extracting(Handoff::effect).containsExactly("payout", REFUND, RECEIPT);
        assertThat(handoffs).extracting(Handoff::spokenOf).containsExactly(false, true, true);
    }

    /** A new kind of statement has to be looked at: what it says of an effect would otherwise be reported as missing. */
    @Test
    void every_kind_of_statement_has_been_thought_of() {
        assertThat(Arrays.stream(Statement.class.getPermittedSubclasses()).map(Class::getSimpleName))
                .as("kinds of statements; say in Spoken what a new one specifies, and then name it here")
                .containsExactlyInAnyOrder(
                        "Counts",
                        "NotBefore",
                        "InOrder",
                        "NothingElse",
                        "InTheEnd",
                        "NeverReturns",
                        "ContractsKept",
                        "Attempts",
                        "Spaced",
                        "ResponseStatus",
                        "ResponseHas",
                        "Reaches",
                        "All");
    }

    private static Set<Aspect> aspects(Statement... stated) {
        return new Spoken(ran("a scenario", stated)).aspects(REFUND);
    }
}
