package dev.handoff.report.allure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.journal.Capture;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Entry;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.journal.Leftover;
import dev.handoff.journal.Message;
import dev.handoff.journal.Sink;
import dev.handoff.recording.Leftovers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeftoverPageTest {

    private static final String ATTACK = "<img src=x onerror=alert(1)>";

    private final Leftovers leftovers = new Leftovers();
    private final Journal journal =
            new Journal(new JournalSettings(Map.of("order_id", List.of()), Set.of()), new Sink() {
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

    private Captured captured(String text) {
        return journal.capture(Capture.effect(
                "mail", "welcome email", "Welcome to Shop", Map.of(), Message.of(Map.of(), "text/plain", text)));
    }

    @Test
    void everyDeliveryHasItsSystemItsPayloadAndTheScenariosConcerned() {
        String one = scenario("One refund");
        String two = scenario("Another refund");
        journal.learn(one, "order_id", "A-100");
        journal.learn(two, "order_id", "A-100");
        captured("to nobody");
        captured("about A-100");
        journal.endScenario(one);
        captured("for " + one);
        journal.endScenario(two);
        journal.end();

        String html = LeftoverPage.html(leftovers);
        assertThat(html)
                .contains(
                        "Effects that belong to no scenario",
                        "#5 welcome email",
                        "mail",
                        "Welcome to Shop<br>to nobody",
                        "Effects that fit several scenarios, and so belong to none",
                        "&quot;One refund&quot; by order_id A-100 in text<br>"
                                + "&quot;Another refund&quot; by order_id A-100 in text",
                        "Effects that came after their scenario had ended",
                        "&quot;One refund&quot; by correlation ID " + one);
    }

    @Test
    void whatIsNotThereIsNotSpokenOf() {
        scenario("running");
        captured("to nobody");
        journal.end();

        assertThat(LeftoverPage.html(leftovers)).doesNotContain("several", "ended", "more");
    }

    @Test
    void manyAreCounted() {
        scenario("running");
        for (int i = 0; i < 60; i++) {
            captured("to nobody");
        }
        journal.end();

        assertThat(LeftoverPage.html(leftovers)).contains("and 10 more, see strays.txt in the run folder");
    }

    @Test
    void aPayloadNeverBecomesMarkup() {
        String one = scenario(ATTACK);
        journal.learn(one, "order_id", ATTACK);
        captured(ATTACK);
        journal.endScenario(one);
        captured("for " + one + ATTACK);
        captured("for " + one);
        journal.end();

        assertThat(LeftoverPage.html(leftovers)).contains("&lt;img src=x").doesNotContain("<img");
    }
}
