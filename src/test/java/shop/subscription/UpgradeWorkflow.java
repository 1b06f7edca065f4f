package shop.subscription;

import java.util.List;
import shop.workflow.WorkflowDefinition;
import shop.workflow.WorkflowDefinition.Stage;

/** The messages and stages of an upgrade. */
final class UpgradeWorkflow {

    static final String REQUESTED = "upgrade.requested";
    static final String PAID = "upgrade.paid";
    static final String UPGRADED = "plan.upgraded";
    static final String FAILED = "upgrade.failed";

    static final String BILLING_ASKED = "billing_asked";
    static final String PAYMENT_CONFIRMED = "payment_confirmed";
    static final String ACCESS_OPENED = "access_opened";
    static final String CUSTOMER_TOLD = "customer_told";
    static final String TRACKED = "tracked";
    static final String PAYMENT_FAILED = "payment_failed";

    static final WorkflowDefinition DEFINITION = new WorkflowDefinition(
            "plan upgrade",
            List.of(
                    Stage.of("accepted"),
                    Stage.of("waiting_for_payment", BILLING_ASKED),
                    Stage.of("paid", PAYMENT_CONFIRMED),
                    Stage.of("access_opened", ACCESS_OPENED),
                    Stage.of("completed", ACCESS_OPENED, CUSTOMER_TOLD, TRACKED),
                    Stage.of("failed", PAYMENT_FAILED)));

    private UpgradeWorkflow() {}
}
