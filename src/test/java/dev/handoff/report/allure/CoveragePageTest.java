package dev.handoff.report.allure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.expectation.Count;
import dev.handoff.expectation.EffectName;
import dev.handoff.expectation.Outcome;
import dev.handoff.expectation.Statement;
import dev.handoff.report.coverage.Coverage;
import dev.handoff.report.coverage.IntegrationPoint;
import dev.handoff.report.coverage.Ran;
import dev.handoff.report.coverage.Share;
import io.qameta.allure.listener.TestLifecycleListener;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.TestResult;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoveragePageTest {

    private static final String ATTACK = "<img src=x onerror=alert(1)>";

    @Test
    void points_and_handoffs_are_tables() {
        assertThat(CoveragePage.html(coverage("Refunds", "once", 1)))
                .contains(">data validation and transformation (@data)<", ">2 met<", ">none<")
                .contains(">payout: no scenario that ran speaks of it<", ">once<")
                .doesNotContain("scenarios ran");
    }

    @Test
    void of_many_scenarios_the_first_are_named() {
        assertThat(CoveragePage.html(coverage("Refunds", "once", 5))).contains(">once; once; once and 2 more<");
    }

    @Test
    void a_part_of_the_features_is_said_to_be_one() {
        Coverage part = Coverage.of(new Share(List.of(new Share.OfFeature("Refunds", 1, 2))), List.of(), List.of());

        assertThat(CoveragePage.html(part))
                .startsWith("<p style=\"font-size:13px\">1 of 2 scenarios ran (Refunds 1 of 2)");
    }

    @Test
    void a_name_never_becomes_markup() {
        Coverage coverage = Coverage.of(
                new Share(List.of(new Share.OfFeature(ATTACK, 1, 2))),
                List.of(ATTACK),
                List.of(scenario(ATTACK, ATTACK, ATTACK)));

        assertThat(CoveragePage.html(coverage)).contains("&lt;img").doesNotContain("<img");
    }

    @Test
    void a_tag_becomes_a_label_and_stays_a_tag() {
        TestResult scenario = new TestResult()
                .setLabels(List.of(
                        new Label().setName("tag").setValue("data"),
                        new Label().setName("tag").setValue("@recovery"),
                        new Label().setName("tag").setValue("slow"),
                        new Label().setName("story").setValue("auth")));
        ServiceLoader.load(TestLifecycleListener.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(PointLabels.class::isInstance)
                .forEach(listener -> listener.beforeTestSchedule(scenario));

        assertThat(scenario.getLabels().stream().map(label -> label.getName() + "=" + label.getValue()))
                .containsExactly(
                        "tag=data",
                        "tag=@recovery",
                        "tag=slow",
                        "story=auth",
                        "integration point=data validation and transformation",
                        "integration point=rollback and recovery");
    }

    private static Coverage coverage(String feature, String name, int scenarios) {
        return Coverage.of(
                new Share(List.of(new Share.OfFeature(feature, 2, 2))),
                List.of("provider refund", "payout"),
                IntStream.rangeClosed(0, scenarios)
                        .mapToObj(i -> scenario(feature, name, i == 0 ? "nothing" : "provider refund"))
                        .toList());
    }

    private static Ran scenario(String feature, String name, String effect) {
        Statement once = new Statement.Counts(
                List.of(new Count(new EffectName(effect, "payments"), 1, 1, List.of())), Duration.ofSeconds(1), false);
        return new Ran(feature, name, Set.of(IntegrationPoint.DATA), Outcome.MET, List.of(once));
    }
}
