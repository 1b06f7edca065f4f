package dev.handoff.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be delivered again is known before anything runs. */
class RedeliveryStepsTest {

    private static final String REFUND =
            "Given a customer has paid 80.00 USD for an order\nWhen the customer requests a refund of 25.00 USD\n";
    private static final String THEN = "\nThen exactly one refund receipt is sent";

    @Test
    void a_message_of_a_broker() {
        assertThat(mistakes("And the refund completed event is delivered again 3 times"))
                .isEmpty();
        assertThat(mistakes("And every refund completed event is delivered twice"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "And the provider refund is delivered again",
                "And the first ledger entry is delivered again",
                "And every refund receipt is delivered twice"
            })
    void nothing_else(String step) {
        assertThat(mistakes(step))
                .singleElement()
                .asString()
                .startsWith("only a message of a broker can be delivered again, and the ")
                .contains("\"the same request is sent again\"");
    }

    @Test
    void at_least_once() {
        assertThat(mistakes("And the refund completed event is delivered again 0 times"))
                .singleElement()
                .asString()
                .startsWith("from 1 to 100 copies can be delivered, not 0");
    }

    private static List<String> mistakes(String step) {
        Words words = new Words(Runs.vocabulary());
        ScenarioText scenario = FeatureText.read(
                        "some.feature", "Feature: f\nScenario: one\n" + REFUND + step + THEN + "\n")
                .values()
                .iterator()
                .next();
        return Rehearsed.of(scenario, new StepLibrary(words), words).mistakes();
    }
}
