package shop.subscription;

import java.util.List;
import shop.workflow.WorkflowDefinition;
import shop.workflow.WorkflowDefinition.Stage;

/** The messages and stages of a cancellation. */
final class CancellationWorkflow {

    static final String REQUESTED = "cancellation.requested";
    static final String CANCELLED = "subscription.cancelled";
    static final String REFUSED = "cancellation.refused";
    static final String ENDED = "subscription.ended";

    static final String BILLING_STOPPED = "billing_stopped";
    static final String CUSTOMER_TOLD = "customer_told";
    static final String ACCESS_CLOSED = "access_closed";
    static final String BILLING_REFUSED = "billing_refused";

    static final WorkflowDefinition DEFINITION = new WorkflowDefinition(
            "cancellation",
            List.of(
                    Stage.of("accepted"),
                    Stage.of("billing_stopped", BILLING_STOPPED),
                    Stage.of("confirmed", BILLING_STOPPED, CUSTOMER_TOLD),
                    Stage.of("completed", BILLING_STOPPED, CUSTOMER_TOLD, ACCESS_CLOSED),
                    Stage.of("refused", BILLING_REFUSED)));

    private CancellationWorkflow() {}
}
