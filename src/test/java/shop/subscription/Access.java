package shop.subscription;

import java.util.Map;
import shop.provider.Provider;
import shop.retry.GivenUp;

/** The access service, which lets customers use what they have paid for. */
final class Access {

    private final Provider provider;

    Access(Provider provider) {
        this.provider = provider;
    }

    private record Call(String customer, String plan) {}

    void open(Upgrade upgrade, String correlationId) throws GivenUp, InterruptedException {
        post("/v1/grants", new Call(upgrade.customerEmail(), upgrade.plan()), upgrade.upgradeId(), correlationId);
    }

    void close(Cancellation cancellation, String correlationId) throws GivenUp, InterruptedException {
        post(
                "/v1/revocations",
                new Call(cancellation.customerEmail(), cancellation.plan()),
                cancellation.subscriptionId() + "-end",
                correlationId);
    }

    private void post(String path, Call call, String key, String correlationId) throws GivenUp, InterruptedException {
        provider.post(path, call, Map.of(Provider.IDEMPOTENCY_KEY, key, Provider.CORRELATION_ID, correlationId));
    }
}
