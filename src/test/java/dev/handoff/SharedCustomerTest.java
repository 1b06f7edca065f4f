package dev.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios side by side for one customer and one amount: each sees its own effects, and none of the others'. */
class SharedCustomerTest {

    private static final int SIDE_BY_SIDE = 16;

    @TempDir
    private Path folder;

    @Test
    void the_same_customer_and_the_same_amount_in_many_scenarios_at_once_confuse_nothing() throws IOException {
        ShopWords vocabulary = ShopWords.copiedTo(folder)
                .with("refund.yaml", "customerEmail: ${unique.email}", "customerEmail: ann@example.org");
        Path features = Files.createDirectories(folder.resolve("features"));
        Files.writeString(
                features.resolve("shared.feature"),
                IntStream.rangeClosed(1, SIDE_BY_SIDE)
                        .mapToObj(SharedCustomerTest::scenario)
                        .collect(Collectors.joining("\n", "Feature: One customer\n", "")));

        SpecRun run = SpecRun.of(
                folder,
                Map.of(),
                Map.of(
                        "handoff.vocabulary",
                        vocabulary.toString(),
                        "cucumber.execution.parallel.config.fixed.parallelism",
                        String.valueOf(SIDE_BY_SIDE),
                        "cucumber.execution.parallel.config.fixed.max-pool-size",
                        String.valueOf(SIDE_BY_SIDE)),
                features.toString());

        assertThat(run.red()).isEmpty();
        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.scenarios()).isEqualTo(SIDE_BY_SIDE);
        assertThat(run.judgedOtherwise()).isEmpty();
    }

    private static String scenario(int number) {
        return """
                  Scenario: Refund %d
                    Given a customer has paid 80.00 USD for an order
                    When the customer requests a refund of 1000.00 USD
                    Then exactly one provider refund is created with:
                      | amount | 100000 |
                    And exactly one refund receipt is sent
                    And exactly one ledger entry is posted
                """.formatted(number).replace("80.00", "8000.00");
    }
}
