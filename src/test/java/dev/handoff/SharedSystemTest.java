package dev.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios that mislead a system which all share do not disturb those that would run beside them. */
class SharedSystemTest {

    @TempDir
    private Path folder;

    @Test
    void a_fault_of_a_shared_system_meets_its_own_scenario_only() throws IOException {
        String crm = "  crm:\n    type: http\n";
        ShopWords shared = ShopWords.copiedTo(folder).with("systems.yaml", crm, crm + "    shared: true\n");

        SpecRun run = SpecRun.of(
                folder.resolve("run"),
                Map.of(),
                Map.of("handoff.vocabulary", shared.toString()),
                "src/test/resources/dev/handoff/serial");

        assertThat(run.red()).as(run.output()).isEmpty();
        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.scenarios()).isEqualTo(8);
    }
}
