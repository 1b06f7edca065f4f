package dev.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A field that was renamed for everybody turns red what states nothing about it, and the recording says so again. */
class BrokenContractTest {

    @TempDir
    private Path folder;

    @Test
    void a_renamed_field_is_found_in_every_scenario_that_sends_it_and_in_its_recording() {
        SpecRun run = SpecRun.of(
                folder,
                Map.of("SHOP_ARGS", "--defect refund-event-field-renamed"),
                Map.of(),
                "src/test/resources/features/refunds.feature");

        assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
        assertThat(run.red())
                .as(run.output())
                .containsKeys(
                        "A refund reaches every system exactly once", "Five impatient clicks cause one refund only");
        assertThat(run.red().values()).contains("contract broken: refund completed event");
        assertThat(run.output())
                .contains(
                        "$.data.orderId is missing; $.data.order_id is new and holds the same kind of value: renamed?")
                .contains("breaks:   receipts, support; sent by Shop");
        assertThat(run.judgedOtherwise()).isEmpty();
    }
}
