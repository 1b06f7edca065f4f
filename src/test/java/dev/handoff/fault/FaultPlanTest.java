package dev.handoff.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handoff.journal.Capture;
import dev.handoff.journal.Captured;
import dev.handoff.journal.FaultFired;
import dev.handoff.journal.FaultPlanned;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.journal.Message;
import dev.handoff.sandbox.Written;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultPlanTest {

    private static final Arrival REQUEST = new Arrival("provider refund", Message.EMPTY, Instant.EPOCH);

    private final Written written = new Written();
    private final Journal journal = new Journal(JournalSettings.NONE, written);
    private final FaultPlan plan = new FaultPlan("payments", journal);
    private final String mine =
            journal.startScenario("mine", "a.feature", 1, List.of()).scenario();
    private final String others =
            journal.startScenario("others", "a.feature", 9, List.of()).scenario();

    @Test
    void faultsMeetTheDeliveriesOfTheirScenarioInTheOrderInWhichTheyWereAskedFor() {
        plan.plan(mine, new AnswersStatus(503, 1));
        plan.plan(mine, new AnswersStatus(429, 2));

        assertThat(plan.meet(List.of(others), REQUEST)).isEmpty();
        assertThat(statusMet()).isEqualTo(503);
        assertThat(statusMet()).isEqualTo(429);
        assertThat(statusMet()).isEqualTo(429);
        assertThat(plan.meet(List.of(mine), REQUEST)).isEmpty();
    }

    @Test
    void aDeliveryOfNobodyOrOfTwoScenariosMeetsNoFault() {
        plan.plan(mine, new AnswersStatus(503, 1));

        assertThat(plan.meet(List.of(), REQUEST)).isEmpty();
        assertThat(plan.meet(List.of(mine, others), REQUEST)).isEmpty();
        assertThat(plan.meet(List.of(mine), REQUEST)).isPresent();
    }

    @Test
    void faultsOfASharedSystemMeetTheDeliveriesOfEverybodyUntilTheirScenarioIsOver() {
        FaultPlan shared = new FaultPlan("payments", journal, true);
        shared.plan(mine, new AnswersStatus(503, 3));

        assertThat(shared.meet(List.of(), REQUEST)).map(FaultPlan.Met::scenario).contains(mine);
        assertThat(shared.meet(List.of(others), REQUEST))
                .map(FaultPlan.Met::scenario)
                .contains(mine);
        shared.end(others);
        shared.end(mine);
        assertThat(shared.meet(List.of(), REQUEST)).isEmpty();
        assertThat(shared.meet(List.of(others), REQUEST)).isEmpty();
    }

    @Test
    void deliveriesAtOnceMeetAFaultNoMoreOftenThanPlanned() {
        plan.plan(mine, new AnswersStatus(503, 10));
        AtomicInteger met = new AtomicInteger();

        IntStream.range(0, 200).parallel().forEach(i -> plan.meet(List.of(mine), REQUEST)
                .ifPresent(fault -> met.incrementAndGet()));

        assertThat(met).hasValue(10);
    }

    @Test
    void planningAndFiringAreOnRecord() {
        plan.plan(mine, new AnswersStatus(503, 2));
        Captured captured = journal.capture(
                Capture.effect("payments", "provider refund", "POST /v1/refunds", Map.of(), Message.EMPTY),
                plan.meet(List.of(mine), REQUEST).orElseThrow().onRecord());

        assertThat(written.all(FaultPlanned.class)).singleElement().satisfies(planned -> {
            assertThat(planned.scenario()).isEqualTo(mine);
            assertThat(planned.system()).isEqualTo("payments");
            assertThat(planned.fault()).isEqualTo("answers 503 to the next 2 requests");
        });
        assertThat(written.all(FaultFired.class)).singleElement().satisfies(fired -> {
            assertThat(fired.scenario()).isEqualTo(mine);
            assertThat(fired.captured()).isEqualTo(captured.index());
            assertThat(fired.fault()).isEqualTo("answers 503 to the next 2 requests");
        });
    }

    @Test
    void aFaultThatMetNothingIsTold() {
        plan.plan(mine, new AnswersStatus(503, 1));
        plan.plan(mine, new AnswersStatus(500, 2));
        assertThat(statusMet()).isEqualTo(503);

        assertThat(plan.unmet(mine)).containsExactly("payments answers 500 to the next 2 requests");
        assertThat(plan.unmet(others)).isEmpty();
    }

    @Test
    void aSystemIsDownForItsScenarioUntilItIsBack() {
        plan.down(mine);

        assertThat(plan.meet(List.of(mine), REQUEST)).isPresent();
        assertThat(plan.meet(List.of(mine), REQUEST)).isPresent();
        assertThat(plan.meet(List.of(others), REQUEST)).isEmpty();
        plan.up(mine);
        assertThat(plan.meet(List.of(mine), REQUEST)).isEmpty();
        assertThat(plan.unmet(mine)).isEmpty();
    }

    @Test
    void anOutageThatMetNothingIsTold() {
        plan.down(mine);
        plan.up(mine);

        assertThat(plan.unmet(mine)).containsExactly("payments is down");
    }

    @Test
    void whatAScenarioPlannedMeetsNothingAfterItsEnd() {
        plan.plan(mine, new AnswersStatus(503, 2));
        plan.end(mine);

        assertThat(plan.meet(List.of(mine), REQUEST)).isEmpty();
        assertThat(plan.isEmpty()).isTrue();
    }

    @Test
    void onlyAStatusOfAnErrorIsARefusal() {
        assertThatThrownBy(() -> new AnswersStatus(204, 1))
                .hasMessage("a system refuses with a status from 400 to 599, not with 204");
        assertThatThrownBy(() -> new AnswersStatus(600, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AnswersStatus(503, 0)).hasMessage("a fault meets one request or more, not 0");
        assertThat(new AnswersStatus(503, 1).describe()).isEqualTo("answers 503 to the next request");
    }

    private int statusMet() {
        return plan.meet(List.of(mine), REQUEST)
                .orElseThrow()
                .treatment()
                .instead()
                .orElseThrow()
                .status();
    }
}
