package dev.handoff.defects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkflowFeaturesTest {

    private static final String FINDING = "missing effect: something";

    @Test
    void what_turned_red_in_a_shared_run_is_told_apart_by_the_features() {
        KnownDefect refund = new KnownDefect("refund-1", "refund", "A", FINDING, Map.of("K", FINDING), false, "");
        KnownDefect recovery = new KnownDefect("refund-2", "refund", "R", FINDING, Map.of(), false, "");
        KnownDefect signup = new KnownDefect("signup-1", "signup", "S", FINDING, Map.of(), false, "");
        Map<String, String> features = Map.of(
                "A",
                "refunds",
                "B",
                "refunds",
                "R",
                "recovery",
                "S",
                "signups",
                "T",
                "signups",
                "K",
                "mails",
                "L",
                "mails");
        WorkflowFeatures workflows = new WorkflowFeatures(List.of(refund, recovery, signup), features);
        Map<String, String> failed = Map.of("B", FINDING, "R", FINDING, "T", FINDING, "K", FINDING, "L", FINDING);

        assertThat(workflows.of(refund, failed)).containsOnlyKeys("B", "K", "R");
        assertThat(workflows.of(signup, failed)).containsOnlyKeys("T");
    }
}
