package shop.refund;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.UUID;
import shop.database.Transaction;
import shop.domain.Means;
import shop.http.Answer;
import shop.http.Correlation;
import shop.http.Problem;
import shop.http.RequestBody;
import shop.http.Respond;
import shop.http.Routes;
import shop.money.Money;
import shop.order.Order;
import shop.order.Orders;
import shop.workflow.Workflows;

/** {@code POST /refunds} and {@code GET /refunds/{id}}. */
final class RefundRoutes implements Routes {

    private final Means means;

    RefundRoutes(Means means) {
        this.means = means;
    }

    private record RefundRequest(String orderId, Long amount, String currency) {

        RefundRequest checked() {
            RequestBody.text("orderId", orderId);
            RequestBody.text("currency", currency);
            if (RequestBody.required("amount", amount) <= 0) {
                throw Problem.unacceptable("The amount must be more than 0.");
            }
            return this;
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/refunds", this::request);
        routes.get("/refunds/{id}", this::show);
    }

    private void request(Context ctx) {
        RefundRequest request = RequestBody.read(ctx, RefundRequest.class).checked();
        String correlationId = Correlation.of(ctx);
        String requester = Optional.ofNullable(ctx.header("X-User")).orElse("the customer");
        if (means.defects().has(RefundDefect.REFUND_REQUEST_NOT_IDEMPOTENT)) {
            Respond.answer(ctx, means.database().transaction(tx -> accept(tx, request, requester, correlationId)));
            return;
        }
        means.idempotency().respond(ctx, "POST /refunds", request, tx -> accept(tx, request, requester, correlationId));
    }

    private Answer accept(Transaction tx, RefundRequest request, String requester, String correlationId) {
        Order order = Orders.lock(tx, request.orderId())
                .orElseThrow(() -> Problem.notFound("There is no order " + request.orderId() + "."));
        if (!means.defects().has(RefundDefect.REFUND_LIMIT_NOT_CHECKED)) {
            checkRefundable(tx, request, order);
        }
        String id = "rf_" + UUID.randomUUID().toString().replace("-", "");
        Refund refund = new Refund(id, order.orderId(), order.customerEmail(), request.amount(), order.currency());
        Refunds.add(tx, refund);
        Workflows.begin(tx, RefundWorkflow.DEFINITION, id, correlationId);
        new LargeRefunds(means).begin(tx, refund, requester, correlationId);
        return Answer.of(202, "/refunds/" + id, Refunds.find(tx, id).orElseThrow());
    }

    private static void checkRefundable(Transaction tx, RefundRequest request, Order order) {
        if (!request.currency().equals(order.currency())) {
            throw Problem.unacceptable("The order was paid in " + order.currency() + ".");
        }
        long refundable = order.amount() - Refunds.taken(tx, order.orderId());
        if (request.amount() > refundable) {
            throw Problem.unacceptable(
                    "Only " + new Money(refundable, order.currency()) + " of the order can still be refunded.");
        }
    }

    private void show(Context ctx) {
        String id = ctx.pathParam("id");
        Respond.json(
                ctx,
                200,
                means.database()
                        .transaction(tx -> Refunds.find(tx, id))
                        .orElseThrow(() -> Problem.notFound("There is no refund " + id + ".")));
    }
}
