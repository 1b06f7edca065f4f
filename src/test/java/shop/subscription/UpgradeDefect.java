package shop.subscription;

import shop.defect.Defect;

enum UpgradeDefect implements Defect {
    ENTITLEMENT_NOT_GRANTED_AFTER_PAYMENT("the confirmed payment opens the access, but no entitlement is recorded"),
    ACCESS_GRANTED_BEFORE_PAYMENT("access is opened as soon as billing was asked, before anybody has paid"),
    EARLY_CONFIRMATION_IGNORED("a confirmation that arrives before billing's own answer is acknowledged and dropped"),
    STALE_WEBHOOK_OVERWRITES_NEWER_STATE("what billing reports late overwrites what it has reported since"),
    WEBHOOK_HANDLED_TWICE("a webhook that billing repeats is handled again"),
    WEBHOOK_SIGNATURE_NOT_CHECKED("anybody can report a payment: the webhook's signature is not looked at"),
    FAILED_PAYMENT_TAKEN_FOR_PAID("every report about a payment is taken for a successful one"),
    PAYMENT_FAILURE_NOT_TOLD("the failed payment is noted, and the customer never hears of it"),
    UPGRADE_NEVER_TRACKED("the tracking consumer swallows the event"),
    UPGRADE_TRACKED_TWICE("the upgrade is tracked twice"),
    UPGRADE_REVENUE_IN_CENTS("analytics is told the revenue in minor units: 3550 instead of 35.50"),
    UPGRADE_MAIL_NAMES_OLD_PLAN("the mail names the plan of before as the new one"),
    PRORATION_ROUNDED_DOWN("the price of the rest of the month is cut off after the cent instead of rounded"),
    CURRENCY_LOST("the upgrade is charged in the default currency instead of the subscription's"),
    BILLING_TOKEN_NOT_RENEWED("an expired token of billing is not renewed: the upgrade is given up"),
    SCOPE_MISSING_IN_TOKEN("the token is asked for without the scope that charges need");

    private final String change;

    UpgradeDefect(String change) {
        this.change = change;
    }

    @Override
    public String workflow() {
        return "upgrade";
    }

    @Override
    public String change() {
        return change;
    }
}
