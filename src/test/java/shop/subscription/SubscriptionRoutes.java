package shop.subscription;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.UUID;
import shop.database.Database;
import shop.database.Transaction;
import shop.http.Answer;
import shop.http.Correlation;
import shop.http.Problem;
import shop.http.RequestBody;
import shop.http.Respond;
import shop.http.Routes;
import shop.idempotency.Idempotency;
import shop.money.Money;

/** {@code POST /subscriptions}, for what was sold and billing knows, and {@code GET /subscriptions/{id}}. */
final class SubscriptionRoutes implements Routes {

    private final Database database;
    private final Idempotency idempotency;

    SubscriptionRoutes(Database database, Idempotency idempotency) {
        this.database = database;
        this.idempotency = idempotency;
    }

    private record Sale(String customerEmail, String billingId, String plan, String currency) {

        Sale checked() {
            RequestBody.email("customerEmail", customerEmail);
            RequestBody.text("billingId", billingId);
            SubscriptionRoutes.plan(plan);
            if (!Money.knowsCurrency(RequestBody.text("currency", currency))) {
                throw Problem.unacceptable("There is no currency " + currency + ".");
            }
            return this;
        }
    }

    static Plan plan(String label) {
        return Plan.called(RequestBody.text("plan", label))
                .orElseThrow(() -> Problem.unacceptable("There is no plan " + label + ", only " + Plan.labels() + "."));
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/subscriptions", this::sell);
        routes.get("/subscriptions/{id}", this::show);
    }

    private void sell(Context ctx) {
        Sale sale = RequestBody.read(ctx, Sale.class).checked();
        String correlationId = Correlation.of(ctx);
        idempotency.respond(ctx, "POST /subscriptions", sale, tx -> begin(tx, sale, correlationId));
    }

    private static Answer begin(Transaction tx, Sale sale, String correlationId) {
        String id = "sub_" + UUID.randomUUID().toString().replace("-", "");
        Subscription.View sold = new Subscription.View(
                id, sale.customerEmail(), sale.billingId(), sale.plan(), sale.currency(), Subscription.ACTIVE);
        if (!Subscriptions.add(tx, sold, correlationId)) {
            throw Problem.conflict("The subscription " + sale.billingId() + " is known already.");
        }
        MonthlyCharges.begin(tx, Subscriptions.find(tx, id).orElseThrow());
        return Answer.of(201, "/subscriptions/" + id, sold);
    }

    private void show(Context ctx) {
        String id = ctx.pathParam("id");
        Respond.json(
                ctx,
                200,
                database.transaction(tx -> Subscriptions.find(tx, id))
                        .orElseThrow(() -> unknown(id))
                        .view());
    }

    static Problem unknown(String id) {
        return Problem.notFound("There is no subscription " + id + ".");
    }
}
