package shop.subscription;

/** What is said of a cancellation; {@code accessUntil} is ISO 8601. */
record Cancellation(String subscriptionId, String billingId, String customerEmail, String plan, String accessUntil) {}
