package dev.handoff.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A look knows some deliveries of other scenarios: as many in a run of any length. */
class ElsewhereTest {

    private final Run run = new Run();

    @Test
    void a_look_knows_what_other_scenarios_got_since_its_own_began() {
        String theirs = run.scenario("theirs");
        lead(theirs);
        String ours = run.scenario("ours");
        Captured since = lead(theirs);
        lead(ours);
        run.json("{}");

        Snapshot look = run.journal.look(ours, Map.of(), Settlement.OPEN);

        assertThat(look.elsewhere()).extracting(Attributed::captured).containsExactly(since);
        assertThat(look.scenarioNames()).containsOnly(Map.entry(theirs, "theirs"));
        assertThat(look.own()).doesNotContain(since);
    }

    @Test
    void a_scenario_that_has_ended_keeps_its_name() {
        String theirs = run.scenario("theirs");
        String ours = run.scenario("ours");
        lead(theirs);
        run.journal.endScenario(theirs);

        Snapshot look = run.journal.look(ours, Map.of(), Settlement.OPEN);

        assertThat(look.elsewhere()).hasSize(1);
        assertThat(look.scenarioNames()).containsOnly(Map.entry(theirs, "theirs"));
    }

    @Test
    void a_glance_does_not() {
        String theirs = run.scenario("theirs");
        String ours = run.scenario("ours");
        lead(theirs);

        Snapshot glance = run.journal.glance(ours, Map.of(), Settlement.OPEN);

        assertThat(glance.elsewhere()).isEmpty();
        assertThat(glance.scenarioNames()).isEmpty();
    }

    @Test
    void what_is_claimed_later_is_no_longer_elsewhere() {
        String theirs = run.scenario("theirs");
        String ours = run.scenario("ours");
        run.journal.learn(theirs, "order_id", "A-100");
        run.json("{\"order_id\": \"A-100\"}");
        run.journal.learn(ours, "order_id", "A-100");

        Snapshot look = run.journal.look(ours, Map.of(), Settlement.OPEN);

        assertThat(look.elsewhere()).isEmpty();
        assertThat(look.contested()).hasSize(1);
    }

    @Test
    void only_the_latest_of_each_effect_are_known() {
        String theirs = run.scenario("theirs");
        String ours = run.scenario("ours");
        Captured invoice = captured(theirs, "invoice");
        for (int i = 0; i < Latest.OF_EACH; i++) {
            lead(theirs);
        }
        Captured last = lead(theirs);

        List<Captured> known = run.journal.look(ours, Map.of(), Settlement.OPEN).elsewhere().stream()
                .map(Attributed::captured)
                .toList();

        assertThat(known).hasSize(Latest.OF_EACH + 1).startsWith(invoice).endsWith(last);
    }

    private Captured lead(String scenario) {
        return captured(scenario, "CRM lead");
    }

    private Captured captured(String scenario, String effect) {
        return run.journal.capture(Capture.effect(
                "crm",
                effect,
                "POST /leads",
                Map.of(),
                Message.of(Map.of("X-Correlation-Id", List.of(scenario)), "application/json", "{}")));
    }
}
