package shop.fulfilment;

import java.util.Map;
import shop.provider.Provider;
import shop.retry.GivenUp;

/** Tells the support desk that an order was paid and nobody will send it. */
final class Alarm {

    private final Provider supportDesk;

    Alarm(Provider supportDesk) {
        this.supportDesk = supportDesk;
    }

    private record Notice(String type, String order_id, String reason) {}

    void raise(CompletedOrder order, String reason, String correlationId) throws GivenUp, InterruptedException {
        supportDesk.post(
                "/v1/notifications",
                new Notice("fulfilment_failed", order.orderId(), reason),
                Map.of(Provider.IDEMPOTENCY_KEY, order.completionId(), Provider.CORRELATION_ID, correlationId));
    }
}
