package shop.refund;

import java.util.Map;
import java.util.UUID;
import shop.defect.Defects;
import shop.provider.Provider;
import shop.retry.GivenUp;

/** The payment provider. */
public final class Payments {

    private final Provider provider;
    private final Defects defects;

    public Payments(Provider provider, Defects defects) {
        this.provider = defects.has(RefundDefect.REFUND_RETRY_MISSING) ? provider.withoutRetry() : provider;
        this.defects = defects;
    }

    private record RefundCall(Number amount, String currency, String payment_intent, Map<String, String> metadata) {}

    void refund(Refund refund, String correlationId) throws GivenUp, InterruptedException {
        send(refund, correlationId, refund.refundId());
        if (defects.has(RefundDefect.REFUND_SENT_TWICE)) {
            send(refund, correlationId, refund.refundId() + "-again");
        }
    }

    private void send(Refund refund, String correlationId, String idempotencyKey) throws GivenUp, InterruptedException {
        RefundCall call = new RefundCall(
                amount(refund),
                defects.has(RefundDefect.REFUND_CURRENCY_LOST)
                        ? null
                        : refund.money().currencyInLowerCase(),
                "pi_" + refund.orderId(),
                Map.of(
                        "order_id", refund.orderId(),
                        "refund_id", refund.refundId(),
                        "correlation_id", correlationId));
        provider.post(
                "/v1/refunds",
                call,
                () -> Map.of(
                        Provider.IDEMPOTENCY_KEY,
                        keyOfAttempt(idempotencyKey),
                        Provider.CORRELATION_ID,
                        correlationId));
    }

    private String keyOfAttempt(String key) {
        return defects.has(RefundDefect.REFUND_KEY_PER_ATTEMPT) ? key + "-" + UUID.randomUUID() : key;
    }

    private Number amount(Refund refund) {
        return defects.has(RefundDefect.REFUND_IN_WRONG_UNIT)
                ? refund.money().major().stripTrailingZeros()
                : refund.amount();
    }
}
