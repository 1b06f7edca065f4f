package shop.refund;

import shop.approval.Approvals;
import shop.approval.Policy;
import shop.database.Transaction;
import shop.defect.Defects;
import shop.domain.Means;
import shop.inbox.Handler;
import shop.messaging.Channel;
import shop.messaging.Message;
import shop.workflow.Workflows;

/** Finance decides on refunds of more than 1,000.00. */
public final class LargeRefunds {

    static final String KIND = "refund";
    static final String APPROVED = KIND + ".approved";
    static final String REJECTED = KIND + ".rejected";
    static final String EXPIRED = KIND + ".expired";

    private static final long LIMIT = 100_000;
    private static final long CENTS = 100;

    private final Means means;

    LargeRefunds(Means means) {
        this.means = means;
    }

    public static Policy policy(Defects defects) {
        Policy policy = Policy.of(KIND, "finance", "finance_director");
        if (defects.has(LargeRefundDefect.FINANCE_APPROVAL_ASKED_OF_SUPPORT)) {
            policy = policy.askedOf("support");
        }
        if (defects.has(LargeRefundDefect.OWN_REFUND_APPROVED)) {
            policy = policy.forRequesters();
        }
        if (defects.has(LargeRefundDefect.FINANCE_APPROVAL_NEVER_ESCALATED)) {
            policy = policy.neverEscalated();
        }
        return defects.has(LargeRefundDefect.FINANCE_APPROVAL_NEVER_EXPIRES) ? policy.neverExpiring() : policy;
    }

    private record Decided(String subjectId) {}

    /** Either it is carried out at once, or finance is asked first. */
    void begin(Transaction tx, Refund refund, String requester, String correlationId) {
        if (!needsApproval(refund)) {
            carryOut(tx, refund, correlationId);
            return;
        }
        Approvals.ask(tx, policy(means.defects()), refund.refundId(), refund.customerEmail(), requester, correlationId);
        Workflows.take(tx, refund.refundId(), RefundWorkflow.APPROVAL_ASKED);
        if (means.defects().has(LargeRefundDefect.REFUND_BOOKED_BEFORE_APPROVAL)) {
            Refunds.post(tx, refund);
        }
        if (means.defects().has(LargeRefundDefect.REFUND_PAID_BEFORE_APPROVAL)) {
            carryOut(tx, refund, correlationId);
        }
    }

    private boolean needsApproval(Refund refund) {
        long amount = means.defects().has(LargeRefundDefect.FINANCE_APPROVAL_SKIPPED)
                ? refund.amount() / CENTS
                : refund.amount();
        return amount > LIMIT;
    }

    Handler.Changes approved(Message message) {
        if (means.defects().has(LargeRefundDefect.APPROVED_REFUND_IN_LIMBO)) {
            return Handler.Changes.NONE;
        }
        return tx -> {
            Refund refund = decided(tx, message);
            Workflows.take(tx, refund.refundId(), RefundWorkflow.APPROVED);
            carryOut(tx, refund, message.correlationId());
        };
    }

    Handler.Changes rejected(Message message) {
        if (means.defects().has(LargeRefundDefect.REJECTED_REFUND_STILL_PAID)) {
            return approved(message);
        }
        return failed(message, "finance has rejected it");
    }

    Handler.Changes expired(Message message) {
        return failed(message, "nobody has approved it in time");
    }

    private Handler.Changes failed(Message message, String reason) {
        return tx -> {
            Refund refund = decided(tx, message).failedBecause(reason);
            Refunds.fail(tx, refund);
            Workflows.take(tx, refund.refundId(), RefundWorkflow.GIVEN_UP);
            if (!means.defects().has(LargeRefundDefect.REJECTION_KEPT_QUIET)) {
                means.outbox()
                        .add(
                                tx,
                                Message.of(RefundWorkflow.FAILED, message.correlationId(), refund)
                                        .on(Channel.EVENTS, refund.refundId()));
            }
        };
    }

    private void carryOut(Transaction tx, Refund refund, String correlationId) {
        means.outbox()
                .add(
                        tx,
                        Message.of(RefundWorkflow.REQUESTED, correlationId, refund)
                                .on(Channel.COMMANDS, refund.refundId()));
    }

    private static Refund decided(Transaction tx, Message message) {
        String id = message.data(Decided.class).subjectId();
        return Refunds.withCustomer(tx, id).orElseThrow(() -> new IllegalStateException("there is no refund " + id));
    }
}
