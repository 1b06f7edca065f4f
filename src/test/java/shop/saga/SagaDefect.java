package shop.saga;

import shop.defect.Defect;

enum SagaDefect implements Defect {
    SHIPMENT_BEFORE_PAYMENT("the shipment is booked before the payment is captured"),
    OUT_OF_STOCK_CHARGED("a reservation that fails for want of stock is taken for a backorder, and charged"),
    DECLINED_PAYMENT_SHIPPED("a declined payment is logged, and the shipment is booked all the same"),
    ERROR_200_TAKEN_AS_SUCCESS("an answer 200 counts as a payment though its body tells of an error"),
    COMPENSATION_MISSING("the event of a failed checkout is discarded by its consumer: nothing is undone"),
    COMPENSATED_TWICE("the cancellation's consumer voids the payment, too, under a key of its own"),
    COMPENSATION_IN_WRONG_ORDER("the stock is released before the payment is voided"),
    COMPENSATION_RETRY_MISSING("the void of a payment is given up after its first refused attempt"),
    COMPENSATION_GIVEN_UP_SILENTLY("when a payment cannot be voided, support is not told"),
    STOCK_NOT_RELEASED("a failed shipment voids the payment and forgets the stock"),
    STOCK_RELEASED_IN_PART("one item is released, whatever the quantity"),
    PAYMENT_NOT_VOIDED("a failed shipment releases the stock and forgets the payment"),
    CANCELLATION_WITHOUT_REASON("the cancellation's event has lost the reason"),
    CANCELLATION_NOT_MAILED("nobody mails the customer that the order is cancelled");

    private final String change;

    SagaDefect(String change) {
        this.change = change;
    }

    @Override
    public String workflow() {
        return "saga";
    }

    @Override
    public String change() {
        return change;
    }
}
