package shop.saga;

import shop.defect.Defects;
import shop.provider.Provider;
import shop.retry.GivenUp;

/** The payment provider. */
final class Payment {

    private final Provider provider;
    private final Defects defects;

    Payment(Provider provider, Defects defects) {
        this.provider = provider;
        this.defects = defects;
    }

    private record Capture(String order_id, long amount, String currency) {}

    private record Void(String order_id, String reason) {}

    /** Returns the payment's ID. */
    String capture(Checkout checkout, String correlationId) throws GivenUp, InterruptedException {
        Provider asked = defects.has(SagaDefect.ERROR_200_TAKEN_AS_SUCCESS) ? provider.trustingTheStatus() : provider;
        return new Call(asked, checkout.key("capture"), correlationId)
                .post(
                        "/v1/payments",
                        new Capture(
                                checkout.orderId(),
                                checkout.amount(),
                                checkout.money().currencyInLowerCase()))
                .path("id")
                .asText(checkout.orderId());
    }

    void cancel(Checkout checkout, String payment, String correlationId) throws GivenUp, InterruptedException {
        cancel(checkout, payment, checkout.key("void"), correlationId);
    }

    void cancel(Checkout checkout, String payment, String key, String correlationId)
            throws GivenUp, InterruptedException {
        Provider asked = defects.has(SagaDefect.COMPENSATION_RETRY_MISSING) ? provider.withoutRetry() : provider;
        new Call(asked, key, correlationId)
                .post("/v1/payments/" + payment + "/void", new Void(checkout.orderId(), "order_cancelled"));
    }
}
