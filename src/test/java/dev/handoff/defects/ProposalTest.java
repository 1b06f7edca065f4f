package dev.handoff.defects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProposalTest {

    private static final KnownDefect STUB =
            new KnownDefect("receipt-lost", "refund", "One receipt: no more", "missing effect: x", Map.of(), false, "");

    @TempDir
    private Path folder;

    @Test
    void what_a_run_found_can_be_pasted_into_the_catalogue() throws IOException {
        Map<String, String> red = Map.of(
                "One receipt: no more", "missing effect: refund receipt",
                "All is well", "missing effect: refund receipt",
                "Books \"are\" closed", "out of order: ledger entry and refund receipt");

        Files.writeString(folder.resolve("refund.yaml"), Proposal.of(STUB, red));

        KnownDefect read = Catalogue.read(folder).get(0);
        assertThat(read.red()).isEqualTo(red);
        assertThat(read.caughtBy()).isEqualTo("One receipt: no more");
        assertThat(read.foundAs()).isEqualTo("missing effect: refund receipt");
    }

    @Test
    void a_defect_that_its_scenario_did_not_catch_is_not_proposed_as_caught() {
        assertThat(Proposal.of(STUB, Map.of("All is well", "missing effect: refund receipt")))
                .isEqualTo("""
                        receipt-lost:
                          caught by: "One receipt: no more"
                          # which did not turn red
                          also red:
                            - All is well: "missing effect: refund receipt"
                        """);
    }
}
