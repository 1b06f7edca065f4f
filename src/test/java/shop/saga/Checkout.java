package shop.saga;

import shop.money.Money;

/** What the messages about a checkout say of it; the reason is there only when it failed. */
record Checkout(
        String checkoutId,
        String orderId,
        String customerEmail,
        String sku,
        long quantity,
        long amount,
        String currency,
        String reason) {

    Money money() {
        return new Money(amount, currency);
    }

    Checkout failedBecause(String why) {
        return new Checkout(checkoutId, orderId, customerEmail, sku, quantity, amount, currency, why);
    }

    /** The idempotency key of a step: the same however often the step is tried. */
    String key(String step) {
        return checkoutId + "-" + step;
    }
}
