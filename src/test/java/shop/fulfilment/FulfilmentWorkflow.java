package shop.fulfilment;

import java.util.List;
import shop.workflow.WorkflowDefinition;
import shop.workflow.WorkflowDefinition.Stage;

/** The messages and stages of an order's completion. */
final class FulfilmentWorkflow {

    static final String COMPLETE = "order.complete";
    static final String COMPLETED = "order.completed";

    static final String PARTNER_TOLD = "partner_told";
    static final String CUSTOMER_TOLD = "customer_told";
    static final String CONVERSION_TRACKED = "conversion_tracked";
    static final String GIVEN_UP = "fulfilment_given_up";

    static final WorkflowDefinition DEFINITION = new WorkflowDefinition(
            "fulfilment",
            List.of(
                    Stage.of("request_received"),
                    Stage.of("partner_told", PARTNER_TOLD),
                    Stage.of("completed", PARTNER_TOLD, CUSTOMER_TOLD, CONVERSION_TRACKED),
                    Stage.of("failed", GIVEN_UP)));

    private FulfilmentWorkflow() {}
}
