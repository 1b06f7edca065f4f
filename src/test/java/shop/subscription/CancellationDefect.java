package shop.subscription;

import shop.defect.Defect;

enum CancellationDefect implements Defect {
    CANCELLATION_ONLY_LOCAL("Shop notes the cancellation and tells everybody but the billing provider"),
    CANCELLATION_CONFIRMED_BEFORE_BILLING_STOPS("the cancellation is announced before billing has stopped"),
    CANCELLATION_ERROR_SWALLOWED("billing's refusal to stop is logged, and the cancellation confirmed all the same"),
    CANCELLATION_MAIL_NEVER_SENT("the mail consumer swallows the event"),
    CANCELLED_ACCESS_CLOSED_AT_ONCE("access is closed at once instead of at the end of the month that was paid"),
    CANCELLED_ACCESS_NEVER_CLOSED("nobody closes the access at the end of the month"),
    CHARGED_AFTER_CANCELLATION("the next month's charge stays scheduled"),
    SCHEDULER_RUNS_TWICE("a second run of the scheduler charges the month again"),
    LATE_SCHEDULER_SKIPS_THE_CHARGE("what was due more than two days ago is taken for done"),
    NEXT_MONTH_NOT_SCHEDULED("only the first month is ever charged");

    private final String change;

    CancellationDefect(String change) {
        this.change = change;
    }

    @Override
    public String workflow() {
        return "cancellation";
    }

    @Override
    public String change() {
        return change;
    }
}
