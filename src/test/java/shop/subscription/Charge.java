package shop.subscription;

import shop.money.Money;

/** A month that is to be paid; the amount is in minor units. */
record Charge(
        String chargeId, String subscriptionId, String billingId, String customerEmail, long amount, String currency) {

    static Charge of(Subscription subscription, int period) {
        return new Charge(
                subscription.id() + "-" + period,
                subscription.id(),
                subscription.billingId(),
                subscription.email(),
                subscription.price().minor(),
                subscription.currency());
    }

    Charge again() {
        return new Charge(chargeId + "-again", subscriptionId, billingId, customerEmail, amount, currency);
    }

    Money money() {
        return new Money(amount, currency);
    }
}
