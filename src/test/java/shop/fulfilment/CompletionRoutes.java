package shop.fulfilment;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.UUID;
import shop.database.Database;
import shop.database.Transaction;
import shop.http.Correlation;
import shop.http.Problem;
import shop.http.Respond;
import shop.http.Routes;
import shop.messaging.Channel;
import shop.messaging.Message;
import shop.order.Order;
import shop.order.Orders;
import shop.outbox.Outbox;
import shop.workflow.Workflows;

/** {@code POST /orders/{id}/complete}: an order is completed once, however often that is asked for. */
final class CompletionRoutes implements Routes {

    private final Database database;
    private final Outbox outbox;

    CompletionRoutes(Database database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/orders/{id}/complete", this::complete);
    }

    private void complete(Context ctx) {
        String orderId = ctx.pathParam("id");
        String correlationId = Correlation.of(ctx);
        Respond.json(ctx, 202, database.transaction(tx -> complete(tx, orderId, correlationId)));
    }

    private Completions.View complete(Transaction tx, String orderId, String correlationId) {
        Order order =
                Orders.lock(tx, orderId).orElseThrow(() -> Problem.notFound("There is no order " + orderId + "."));
        return Completions.of(tx, orderId).orElseGet(() -> {
            begin(tx, order, correlationId);
            return Completions.of(tx, orderId).orElseThrow();
        });
    }

    private void begin(Transaction tx, Order order, String correlationId) {
        CompletedOrder completed = new CompletedOrder(
                "cmp_" + UUID.randomUUID().toString().replace("-", ""),
                order.orderId(),
                order.customerEmail(),
                order.amount(),
                order.currency());
        Completions.add(tx, completed);
        Workflows.begin(tx, FulfilmentWorkflow.DEFINITION, completed.completionId(), correlationId);
        outbox.add(
                tx,
                Message.of(FulfilmentWorkflow.COMPLETE, correlationId, completed)
                        .on(Channel.COMMANDS, completed.completionId()));
    }
}
