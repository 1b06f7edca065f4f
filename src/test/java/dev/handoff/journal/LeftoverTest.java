package dev.handoff.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every delivery that nobody was judged by is handed to the sink once, when that is final. */
class LeftoverTest {

    private final List<Leftover> leftovers = new ArrayList<>();
    private final Journal journal = new Journal(new JournalSettings(Run.KEYS, Set.of()), new Sink() {
        @Override
        public void write(Entry entry) {}

        @Override
        public void leftOver(Leftover leftover) {
            leftovers.add(leftover);
        }
    });

    private String scenario(String name) {
        return journal.startScenario(name, "a.feature", 1, List.of()).scenario();
    }

    private Captured captured(String body) {
        return journal.capture(Capture.effect("crm", "CRM lead", "POST /leads", Map.of(), Run.jsonOf(body)));
    }

    @Test
    void what_fits_nobody_is_left_over_when_the_run_ends() {
        String ours = scenario("ours");
        Captured stray = captured("{\"order_id\":\"A-100\"}");
        captured("{\"mark\":\"" + ours + "\"}");
        journal.endScenario(ours);
        journal.end();
        journal.end();

        assertThat(leftovers)
                .containsExactly(new Leftover(stray, List.of(), Leftover.Why.FITS_NONE, List.of(), List.of()));
    }

    @Test
    void what_a_key_claims_in_time_is_not_left_over() {
        String ours = scenario("ours");
        captured("{\"order_id\":\"A-100\"}");
        journal.learn(ours, "order_id", "A-100");
        journal.endScenario(ours);
        journal.end();

        assertThat(leftovers).isEmpty();
    }

    @Test
    void what_fits_several_by_keys_or_by_marks_is_left_over_with_their_names() {
        String ours = scenario("ours");
        String theirs = scenario("theirs");
        journal.learn(ours, "order_id", "A-100");
        journal.learn(theirs, "order_id", "A-100");
        Captured marked = captured("{\"a\":\"" + ours + "\",\"b\":\"" + theirs + "\"}");
        Captured keyed = captured("{\"order_id\":\"A-100\"}");
        journal.end();

        assertThat(leftovers).extracting(Leftover::captured).containsExactly(marked, keyed);
        assertThat(leftovers).allSatisfy(leftover -> {
            assertThat(leftover.why()).isEqualTo(Leftover.Why.FITS_SEVERAL);
            assertThat(leftover.scenarios()).containsExactly("ours", "theirs");
        });
    }

    /** Guards against a duplicate that nobody hears of because it came after the verdict. */
    @Test
    void what_came_after_its_scenario_had_ended_is_left_over() {
        String ours = scenario("ours");
        journal.learn(ours, "order_id", "A-100");
        captured("{\"order_id\":\"A-100\"}");
        journal.endScenario(ours);
        Captured marked = captured("{\"a\":\"" + ours + "\"}");
        Captured keyed = captured("{\"order_id\":\"A-100\"}");
        journal.end();

        assertThat(leftovers).extracting(Leftover::captured).containsExactly(marked, keyed);
        assertThat(leftovers).extracting(Leftover::why).containsOnly(Leftover.Why.CAME_AFTER_THE_END);
        assertThat(leftovers)
                .allSatisfy(leftover -> assertThat(leftover.scenarios()).containsExactly("ours"));
    }
}
