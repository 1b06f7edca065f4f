package shop.subscription;

import java.util.Map;
import shop.defect.Defects;
import shop.money.Money;
import shop.provider.Provider;
import shop.provider.Unauthorised;
import shop.retry.GivenUp;

/** The billing provider, which keeps the customers' subscriptions and takes their money. */
final class Billing {

    private final Provider provider;
    private final AccessTokens tokens;
    private final Defects defects;

    Billing(Provider provider, AccessTokens tokens, Defects defects) {
        this.provider = provider;
        this.tokens = tokens;
        this.defects = defects;
    }

    private record UpgradeCall(String plan, long amount, String currency, Map<String, String> metadata) {}

    private record ChargeCall(String customer, long amount, String currency) {}

    private record CancellationCall(String customer) {}

    void upgrade(Upgrade upgrade, String correlationId) throws GivenUp, InterruptedException {
        String currency = defects.has(UpgradeDefect.CURRENCY_LOST)
                ? "usd"
                : upgrade.money().currencyInLowerCase();
        UpgradeCall call = new UpgradeCall(
                upgrade.plan(),
                upgrade.amount(),
                currency,
                Map.of("upgrade_id", upgrade.upgradeId(), "subscription_id", upgrade.subscriptionId()));
        post(path(upgrade.billingId(), "upgrade"), call, upgrade.upgradeId(), correlationId);
    }

    void charge(Charge charge, String correlationId) throws GivenUp, InterruptedException {
        Money price = charge.money();
        ChargeCall call = new ChargeCall(charge.customerEmail(), price.minor(), price.currencyInLowerCase());
        post(path(charge.billingId(), "charges"), call, charge.chargeId(), correlationId);
    }

    void cancel(Cancellation cancellation, String correlationId) throws GivenUp, InterruptedException {
        post(
                path(cancellation.billingId(), "cancel"),
                new CancellationCall(cancellation.customerEmail()),
                cancellation.subscriptionId() + "-cancel",
                correlationId);
    }

    private static String path(String billingId, String what) {
        return "/v1/subscriptions/" + billingId + "/" + what;
    }

    /** A token that has expired is renewed, and what was asked for is asked once more. */
    private void post(String path, Object body, String key, String correlationId) throws GivenUp, InterruptedException {
        try {
            post(path, body, key, correlationId, tokens.current(correlationId));
        } catch (Unauthorised e) {
            if (defects.has(UpgradeDefect.BILLING_TOKEN_NOT_RENEWED)) {
                throw e;
            }
            post(path, body, key, correlationId, tokens.renewed(correlationId));
        }
    }

    private void post(String path, Object body, String key, String correlationId, String token)
            throws GivenUp, InterruptedException {
        provider.post(
                path,
                body,
                Map.of(
                        "Authorization",
                        "Bearer " + token,
                        Provider.IDEMPOTENCY_KEY,
                        key,
                        Provider.CORRELATION_ID,
                        correlationId));
    }
}
