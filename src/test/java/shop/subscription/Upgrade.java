package shop.subscription;

import shop.money.Money;

/** What the messages about an upgrade say of it; the amount is in minor units. */
record Upgrade(
        String upgradeId,
        String subscriptionId,
        String billingId,
        String customerEmail,
        String fromPlan,
        String plan,
        long amount,
        String currency) {

    Money money() {
        return new Money(amount, currency);
    }
}
