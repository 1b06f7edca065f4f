package shop.subscription;

import java.time.Instant;
import shop.money.Money;

/**
 * A subscription as the database has it.
 *
 * @param billingId what the billing provider calls it
 * @param billingVersion the last of the provider's changes that it knows of
 * @param begun by the customer's clock
 */
record Subscription(
        String id,
        String email,
        String billingId,
        Plan plan,
        String currency,
        String status,
        int billingVersion,
        Instant begun,
        String correlationId) {

    static final String ACTIVE = "active";
    static final String CANCELLED = "cancelled";

    boolean isActive() {
        return status.equals(ACTIVE);
    }

    Money price() {
        return new Money(plan.price(), currency);
    }

    View view() {
        return new View(id, email, billingId, plan.label(), currency, status);
    }

    /** A subscription as its owner, and messages, speak of it. */
    record View(
            String subscriptionId,
            String customerEmail,
            String billingId,
            String plan,
            String currency,
            String status) {}
}
