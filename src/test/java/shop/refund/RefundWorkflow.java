package shop.refund;

import java.util.List;
import shop.workflow.WorkflowDefinition;
import shop.workflow.WorkflowDefinition.Stage;

/** The messages and stages of a refund. */
public final class RefundWorkflow {

    static final String REQUESTED = "refund.requested";
    static final String COMPLETED = "refund.completed";
    static final String FAILED = "refund.failed";

    static final String APPROVAL_ASKED = "approval_asked";
    static final String APPROVED = "approved";
    static final String PROVIDER_REFUNDED = "provider_refunded";
    static final String LEDGER_POSTED = "ledger_posted";
    static final String RECEIPT_SENT = "receipt_sent";
    static final String SUPPORT_NOTIFIED = "support_notified";
    static final String GIVEN_UP = "given_up";

    public static final WorkflowDefinition DEFINITION = new WorkflowDefinition(
            "refund",
            List.of(
                    Stage.of("accepted"),
                    Stage.of("approval_pending", APPROVAL_ASKED),
                    Stage.of("approved", APPROVED),
                    Stage.of("provider_refunded", PROVIDER_REFUNDED),
                    Stage.of("ledger_posted", LEDGER_POSTED),
                    Stage.of("completed", LEDGER_POSTED, RECEIPT_SENT, SUPPORT_NOTIFIED),
                    Stage.of("failed", GIVEN_UP)));

    private RefundWorkflow() {}
}
