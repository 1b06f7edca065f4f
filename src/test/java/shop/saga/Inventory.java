package shop.saga;

import shop.defect.Defects;
import shop.provider.Provider;
import shop.retry.GivenUp;

/** The warehouse. */
final class Inventory {

    private final Provider provider;
    private final Defects defects;

    Inventory(Provider provider, Defects defects) {
        this.provider = provider;
        this.defects = defects;
    }

    private record Reservation(String order_id, String sku, long quantity) {}

    /** Returns the reservation's ID. */
    String reserve(Checkout checkout, String correlationId) throws GivenUp, InterruptedException {
        return new Call(provider, checkout.key("reserve"), correlationId)
                .post("/v1/reservations", new Reservation(checkout.orderId(), checkout.sku(), checkout.quantity()))
                .path("id")
                .asText(checkout.orderId());
    }

    void release(Checkout checkout, String reservation, String correlationId) throws GivenUp, InterruptedException {
        long quantity = defects.has(SagaDefect.STOCK_RELEASED_IN_PART) ? 1 : checkout.quantity();
        new Call(provider, checkout.key("release"), correlationId)
                .post(
                        "/v1/reservations/" + reservation + "/release",
                        new Reservation(checkout.orderId(), checkout.sku(), quantity));
    }
}
