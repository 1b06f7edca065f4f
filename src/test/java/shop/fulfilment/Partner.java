package shop.fulfilment;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import shop.defect.Defects;
import shop.json.Json;
import shop.provider.Provider;
import shop.retry.Backoff;
import shop.retry.GivenUp;
import shop.retry.NoAnswer;
import shop.retry.Retry;
import shop.retry.TryAgain;

/** The partner that packs and sends what was ordered. Each attempt of a webhook is signed anew, under one key. */
final class Partner {

    private final Provider provider;
    private final Signature signature;
    private final Retry retry;
    private final Defects defects;

    Partner(Provider provider, Signature signature, Defects defects) {
        this.provider = provider;
        this.signature = signature;
        this.retry =
                new Retry(defects.has(FulfilmentDefect.WEBHOOK_RETRY_MISSING) ? Backoff.ONE_ATTEMPT : Backoff.DEFAULT);
        this.defects = defects;
    }

    private record Webhook(String type, String completion_id, String order_id, long amount, String currency) {}

    void tell(CompletedOrder order) throws GivenUp, InterruptedException {
        String body = Json.write(new Webhook(
                FulfilmentWorkflow.COMPLETED, order.completionId(), order.orderId(), amount(order), order.currency()));
        retry.call(() -> attempt(order, body));
    }

    private Void attempt(CompletedOrder order, String body) throws TryAgain, GivenUp, InterruptedException {
        try {
            send(order, body);
        } catch (NoAnswer e) {
            if (defects.has(FulfilmentDefect.WEBHOOK_RETRIES_AMPLIFY)) {
                send(order, body);
            }
            throw e;
        }
        return null;
    }

    private void send(CompletedOrder order, String body) throws TryAgain, GivenUp, InterruptedException {
        provider.attempt(
                "/v1/webhooks",
                body,
                Map.of(Provider.IDEMPOTENCY_KEY, key(order), Signature.HEADER, signed(body, Instant.now())));
    }

    private String key(CompletedOrder order) {
        if (defects.has(FulfilmentDefect.WEBHOOK_KEY_PER_RETRY)) {
            return UUID.randomUUID().toString();
        }
        return defects.has(FulfilmentDefect.WEBHOOK_KEY_COLLIDES)
                ? order.customerEmail() + "/" + order.amount()
                : order.completionId();
    }

    private String signed(String body, Instant now) {
        return defects.has(FulfilmentDefect.WEBHOOK_SIGNATURE_CHANGED)
                ? signature.withoutTime(body, now)
                : signature.of(body, now);
    }

    private long amount(CompletedOrder order) {
        return defects.has(FulfilmentDefect.WEBHOOK_AMOUNT_ROUNDED)
                ? (long) (order.money().major().doubleValue() * 100)
                : order.amount();
    }
}
