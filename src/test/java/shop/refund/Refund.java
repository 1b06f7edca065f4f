package shop.refund;

import shop.money.Money;

/** What the messages about a refund say of it; the reason is there only when it failed. */
record Refund(String refundId, String orderId, String customerEmail, long amount, String currency, String reason) {

    Refund(String refundId, String orderId, String customerEmail, long amount, String currency) {
        this(refundId, orderId, customerEmail, amount, currency, null);
    }

    Money money() {
        return new Money(amount, currency);
    }

    Refund failedBecause(String why) {
        return new Refund(refundId, orderId, customerEmail, amount, currency, why);
    }
}
