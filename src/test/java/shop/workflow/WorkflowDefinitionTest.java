package shop.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shop.workflow.WorkflowDefinition.Stage;

class WorkflowDefinitionTest {

    private final WorkflowDefinition delivery = new WorkflowDefinition(
            "delivery",
            List.of(Stage.of("accepted"), Stage.of("packed", "packed"), Stage.of("done", "signed", "billed")));

    @Test
    void withoutAStepAWorkflowIsAtItsFirstStage() {
        assertThat(delivery.stageAfter(Set.of())).isEqualTo("accepted");
    }

    @Test
    void aStageNeedsAllOfItsSteps() {
        assertThat(delivery.stageAfter(Set.of("packed", "signed"))).isEqualTo("packed");
        assertThat(delivery.stageAfter(Set.of("packed", "signed", "billed"))).isEqualTo("done");
    }
}
