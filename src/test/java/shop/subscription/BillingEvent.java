package shop.subscription;

import shop.http.RequestBody;

/**
 * What billing reports.
 *
 * @param version counts the changes of the subscription: a higher one is newer, whenever it arrives
 */
record BillingEvent(String id, String type, Integer version, Data data) {

    static final String PAYMENT_SUCCEEDED = "payment.succeeded";
    static final String PAYMENT_FAILED = "payment.failed";
    static final String SUBSCRIPTION_UPDATED = "subscription.updated";

    /** The upgrade is there for payments, the plan for updates. */
    record Data(String subscription, String upgradeId, String plan) {}

    BillingEvent checked() {
        RequestBody.text("id", id);
        RequestBody.text("type", type);
        RequestBody.required("version", version);
        RequestBody.text("data.subscription", RequestBody.required("data", data).subscription());
        return this;
    }
}
