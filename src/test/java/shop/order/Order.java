package shop.order;

/** A paid order; its amount is in minor units. */
public record Order(String orderId, String customerEmail, long amount, String currency) {}
