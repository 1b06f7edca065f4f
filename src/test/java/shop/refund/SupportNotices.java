package shop.refund;

import java.util.Map;
import shop.defect.Defects;
import shop.inbox.Handler;
import shop.messaging.Message;
import shop.provider.Provider;
import shop.retry.GivenUp;
import shop.workflow.Workflows;

/** Tells the support desk how a refund ended. */
final class SupportNotices implements Handler {

    private final Provider supportDesk;
    private final Defects defects;

    SupportNotices(Provider supportDesk, Defects defects) {
        this.supportDesk = supportDesk;
        this.defects = defects;
    }

    private record Notice(
            String type, String refund_id, String order_id, long amount, String currency, String reason) {}

    @Override
    public Changes handle(Message message) throws GivenUp, InterruptedException {
        Refund refund = message.data(Refund.class);
        supportDesk.post(
                "/v1/notifications",
                new Notice(
                        message.type().replace('.', '_'),
                        refund.refundId(),
                        refund.orderId(),
                        refund.amount(),
                        refund.currency(),
                        defects.has(RefundDefect.REFUND_NOTICE_WITHOUT_REASON) ? null : refund.reason()),
                Map.of(
                        Provider.IDEMPOTENCY_KEY, refund.refundId(),
                        Provider.CORRELATION_ID, message.correlationId()));
        return tx -> Workflows.take(tx, refund.refundId(), RefundWorkflow.SUPPORT_NOTIFIED);
    }
}
