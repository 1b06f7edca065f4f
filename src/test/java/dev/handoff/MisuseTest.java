package dev.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user may get wrong: one clear message each, exit code not 0, no stack trace, nothing left running. */
class MisuseTest {

    private static final String FEATURES = "src/test/resources/features";

    @TempDir
    private Path folder;

    private List<Long> runningBefore;

    @BeforeEach
    void seeWhatRuns() {
        runningBefore = serversAndShops();
    }

    @AfterEach
    void nothing_is_left_running() {
        assertThat(serversAndShops()).isSubsetOf(runningBefore);
    }

    @Test
    void a_misspelt_key_is_named_with_its_place_and_the_nearest_word() throws IOException {
        SpecRun run = run("  payments:\n    type: http\n", "  payments:\n    type: http\n    endpoint: []\n");

        assertFailed(run);
        assertThat(run.output()).contains("unknown key \"endpoint\" in system payments; did you mean \"endpoints\"?");
        assertThat(run.output()).containsPattern("systems\\.yaml:\\d+:\\d+: unknown key");
    }

    @Test
    void a_port_in_use_is_named_with_who_wanted_it() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            SpecRun run = run("    type: mail\n", "    type: mail\n    port: " + taken.getLocalPort() + "\n");

            assertFailed(run);
            assertThat(run.output()).contains("port " + taken.getLocalPort() + " for the mail server mail is in use");
        }
    }

    @Test
    void an_application_that_does_not_start_shows_the_end_of_its_log() {
        SpecRun run = SpecRun.of(folder, Map.of("SHOP_ARGS", "--defect refund-sent-twce"));

        assertFailed(run);
        assertThat(run.output())
                .contains("The application did not start: it ended with exit code 2")
                .contains("unknown defect \"refund-sent-twce\", did you mean refund-sent-twice?");
    }

    @Test
    void a_provider_that_is_not_reachable_is_named_with_its_address() throws IOException {
        SpecRun run = run(
                "database: { type: sql }",
                "database: { type: sql, url: jdbc:postgresql://localhost:1/shop, user: shop, password: shop }");

        assertFailed(run);
        assertThat(run.output())
                .contains("the database of database at jdbc:postgresql://localhost:1/shop cannot be reached");
    }

    @Test
    void mistakes_in_features_point_at_their_lines() {
        SpecRun run = SpecRun.of(folder, Map.of(), Map.of(), "src/test/resources/dev/handoff/misuse");

        assertFailed(run);
        assertThat(run.output())
                .contains("unknown sentence: exactly one provider refnd is created")
                .contains("--> src/test/resources/dev/handoff/misuse/misuse.feature:7")
                .contains("\"provider refnd\" is no effect of the vocabulary; did you mean \"provider refund\"?")
                .contains("nearest: the customer requests a refund of {money}")
                .contains("nearest: {system} answers {int} to {requests}")
                .contains("\"the customer request a refund of {amount:money} for {text:string}\":")
                .contains("the scenario \"nothing stated\" states nothing that could fail")
                .contains("the cell <anny> is unknown; known are <any>, <absent>")
                .contains("the fault tested nothing: crm answers 503 to the next request was asked for")
                .contains("needs a value for ${order_id}, and nothing before it in this scenario gave one")
                .contains("\"provider refnd\" is neither an effect nor the name of an action; did you mean")
                .doesNotContain("PendingException");
    }

    private SpecRun run(String from, String to) throws IOException {
        ShopWords changed = ShopWords.copiedTo(folder).with("systems.yaml", from, to);
        return SpecRun.of(folder.resolve("run"), Map.of(), Map.of("handoff.vocabulary", changed.toString()), FEATURES);
    }

    private static void assertFailed(SpecRun run) {
        assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
        assertThat(run.output()).doesNotContain("\tat ");
    }

    private static List<Long> serversAndShops() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains("shop.Shop") || line.contains("bin/postgres"))
                        .isPresent())
                .map(ProcessHandle::pid)
                .toList();
    }
}
