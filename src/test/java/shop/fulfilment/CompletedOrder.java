package shop.fulfilment;

import shop.money.Money;

/** What the messages about a completed order say of it. */
record CompletedOrder(String completionId, String orderId, String customerEmail, long amount, String currency) {

    Money money() {
        return new Money(amount, currency);
    }
}
