package shop.saga;

import shop.provider.Provider;
import shop.retry.GivenUp;

/** The carrier. */
final class Shipping {

    private final Provider provider;

    Shipping(Provider provider) {
        this.provider = provider;
    }

    private record Shipment(String order_id, String sku, long quantity) {}

    /** Returns the shipment's ID. */
    String book(Checkout checkout, String correlationId) throws GivenUp, InterruptedException {
        return new Call(provider, checkout.key("ship"), correlationId)
                .post("/v1/shipments", new Shipment(checkout.orderId(), checkout.sku(), checkout.quantity()))
                .path("id")
                .asText(checkout.orderId());
    }
}
