package shop.refund;

import shop.defect.Defect;

enum LargeRefundDefect implements Defect {
    FINANCE_APPROVAL_SKIPPED("the limit is compared in major units: every refund is below it, and nobody is asked"),
    REFUND_PAID_BEFORE_APPROVAL("the provider is asked when the refund is requested, and finance beside it"),
    REFUND_BOOKED_BEFORE_APPROVAL("the ledger entry is written with the request, not with the refund"),
    REJECTED_REFUND_STILL_PAID("the worker takes any decision for an approval"),
    APPROVED_REFUND_IN_LIMBO("finance's approval changes the task and is told to nobody"),
    FINANCE_APPROVAL_ASKED_OF_SUPPORT("the task goes to the role of whoever requested the refund"),
    OWN_REFUND_APPROVED("who requested a refund may approve it, too"),
    FINANCE_APPROVAL_NEVER_ESCALATED("the escalation is due after 365 days instead of one"),
    FINANCE_APPROVAL_NEVER_EXPIRES("the deadline is after 365 days instead of two"),
    REJECTION_KEPT_QUIET("a rejected refund ends in the database: nobody is told that it failed");

    private final String change;

    LargeRefundDefect(String change) {
        this.change = change;
    }

    @Override
    public String workflow() {
        return "large-refund";
    }

    @Override
    public String change() {
        return change;
    }
}
