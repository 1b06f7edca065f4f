package shop.refund;

import shop.defect.Defect;

enum RefundDefect implements Defect {
    REFUND_SENT_TWICE(
            "the provider's slow answer is taken for a timeout: the refund is sent again under a new idempotency key"),
    REFUND_IN_WRONG_UNIT("the amount goes to the payment provider in major units: 25 instead of 2500"),
    RECEIPT_NEVER_SENT("the receipts consumer swallows the event, so that no receipt is mailed"),
    EVENT_BEFORE_COMMIT("refund.completed is published directly, before the ledger row is inserted and committed"),
    REFUND_RETRY_MISSING("the retry around the payment provider was taken out: its first 503 fails the refund"),
    REFUND_KEY_PER_ATTEMPT("the provider is asked under a new idempotency key at each attempt"),
    REFUND_CURRENCY_LOST("the currency is not passed on to the payment provider"),
    REFUND_EVENT_FIELD_RENAMED("refund.completed says order_id instead of orderId"),
    REFUND_EVENT_FORGOTTEN("the line that puts refund.completed into the outbox was lost in a merge"),
    OUTBOX_NOT_DRAINED(
            "the relay looks at a time that is written in local time: refund.failed waits in the outbox for hours"),
    REFUND_RECEIPT_TO_WRONG_PERSON("a fixed test address was left in the receipt"),
    REFUND_RECEIPT_ROUNDED("the receipt shows the amount without its cents"),
    REFUND_NOTICE_WITHOUT_REASON("support is told of a failed refund without the reason"),
    DECLINED_REFUND_KEPT_QUIET("a declined refund ends in the database: refund.failed is never published"),
    DECLINED_REFUND_BOOKED("the answer of the provider is not looked at: a declined refund is booked as a good one"),
    REFUND_REQUEST_NOT_IDEMPOTENT("the client's idempotency key is ignored: a repeated request is a second refund"),
    REFUND_LIMIT_NOT_CHECKED("more than what was paid can be refunded");

    private final String change;

    RefundDefect(String change) {
        this.change = change;
    }

    @Override
    public String workflow() {
        return "refund";
    }

    @Override
    public String change() {
        return change;
    }
}
