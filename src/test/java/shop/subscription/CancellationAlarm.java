package shop.subscription;

import java.util.Map;
import shop.inbox.Handler;
import shop.messaging.Message;
import shop.provider.Provider;
import shop.retry.GivenUp;

/** Tells the support desk that billing goes on although the customer has cancelled. */
final class CancellationAlarm implements Handler {

    private final Provider supportDesk;

    CancellationAlarm(Provider supportDesk) {
        this.supportDesk = supportDesk;
    }

    private record Notice(String type, String subscription_id, String customer) {}

    @Override
    public Changes handle(Message message) throws GivenUp, InterruptedException {
        Cancellation cancellation = message.data(Cancellation.class);
        supportDesk.post(
                "/v1/notifications",
                new Notice("cancellation_refused", cancellation.subscriptionId(), cancellation.customerEmail()),
                Map.of(
                        Provider.IDEMPOTENCY_KEY, cancellation.subscriptionId(),
                        Provider.CORRELATION_ID, message.correlationId()));
        return Changes.NONE;
    }
}
