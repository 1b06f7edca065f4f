package shop.saga;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.UUID;
import shop.database.Transaction;
import shop.http.Answer;
import shop.http.Correlation;
import shop.http.Problem;
import shop.http.RequestBody;
import shop.http.Routes;
import shop.idempotency.Idempotency;
import shop.messaging.Channel;
import shop.messaging.Message;
import shop.money.Money;
import shop.outbox.Outbox;
import shop.workflow.Workflows;

/** {@code POST /checkouts}. */
final class CheckoutRoutes implements Routes {

    private final Idempotency idempotency;
    private final Outbox outbox;

    CheckoutRoutes(Idempotency idempotency, Outbox outbox) {
        this.idempotency = idempotency;
        this.outbox = outbox;
    }

    private record CheckoutRequest(String customerEmail, String sku, Long quantity, Long amount, String currency) {

        CheckoutRequest checked() {
            RequestBody.email("customerEmail", customerEmail);
            RequestBody.text("sku", sku);
            if (RequestBody.required("quantity", quantity) <= 0) {
                throw Problem.unacceptable("The quantity must be more than 0.");
            }
            if (RequestBody.required("amount", amount) <= 0) {
                throw Problem.unacceptable("The amount must be more than 0.");
            }
            if (!Money.knowsCurrency(RequestBody.text("currency", currency))) {
                throw Problem.unacceptable("There is no currency " + currency + ".");
            }
            return this;
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/checkouts", this::checkOut);
    }

    private void checkOut(Context ctx) {
        CheckoutRequest request = RequestBody.read(ctx, CheckoutRequest.class).checked();
        String correlationId = Correlation.of(ctx);
        idempotency.respond(ctx, "POST /checkouts", request, tx -> accept(tx, request, correlationId));
    }

    private Answer accept(Transaction tx, CheckoutRequest request, String correlationId) {
        Checkout checkout = new Checkout(
                newId("chk_"),
                newId("ord_"),
                request.customerEmail(),
                request.sku(),
                request.quantity(),
                request.amount(),
                request.currency(),
                null);
        Checkouts.View view = Checkouts.add(tx, checkout);
        Workflows.begin(tx, SagaWorkflow.DEFINITION, checkout.checkoutId(), correlationId);
        outbox.add(
                tx,
                Message.of(SagaWorkflow.REQUESTED, correlationId, checkout)
                        .on(Channel.COMMANDS, checkout.checkoutId()));
        return Answer.of(202, view);
    }

    private static String newId(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "");
    }
}
