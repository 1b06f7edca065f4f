package shop.defect;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A way in which Shop can be broken, named as it is typed on the command line. */
public enum Defect {
    REFUND_SENT_TWICE(
            "refund",
            "the provider's slow answer is taken for a timeout: the refund is sent again under a new idempotency key"),
    REFUND_IN_WRONG_UNIT("refund", "the amount goes to the payment provider in major units: 25 instead of 2500"),
    RECEIPT_NEVER_SENT("refund", "the receipts consumer swallows the event, so that no receipt is mailed"),
    EVENT_BEFORE_COMMIT(
            "refund", "refund.completed is published directly, before the ledger row is inserted and committed"),
    CRM_CONTACT_WITHOUT_SOURCE("signup", "the contact reaches the CRM without the source of the signup"),
    ANALYTICS_SENT_TWICE("signup", "the trial is tracked twice");

    private final String workflow;
    private final String change;

    Defect(String workflow, String change) {
        this.workflow = workflow;
        this.change = change;
    }

    public static Optional<Defect> named(String label) {
        return Arrays.stream(values())
                .filter(defect -> defect.label().equals(label))
                .findFirst();
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(Defect::label).toList();
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String workflow() {
        return workflow;
    }

    public String change() {
        return change;
    }
}
