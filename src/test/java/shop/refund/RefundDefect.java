package shop.refund;

import shop.defect.Defect;

enum RefundDefect implements Defect {
    REFUND_SENT_TWICE(
            "the provider's slow answer is taken for a timeout: the refund is sent again under a new idempotency key"),
    REFUND_IN_WRONG_UNIT("the amount goes to the payment provider in major units: 25 instead of 2500"),
    RECEIPT_NEVER_SENT("the receipts consumer swallows the event, so that no receipt is mailed"),
    EVENT_BEFORE_COMMIT("refund.completed is published directly, before the ledger row is inserted and committed");

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
