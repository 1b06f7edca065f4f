package shop.order;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import shop.database.Database;
import shop.http.Problem;
import shop.http.RequestBody;
import shop.http.Respond;
import shop.http.Routes;
import shop.money.Money;

/** {@code POST /orders}. */
public final class OrderRoutes implements Routes {

    private final Database database;

    public OrderRoutes(Database database) {
        this.database = database;
    }

    private record OrderRequest(String orderId, String customerEmail, Long amount, String currency) {

        Order checked() {
            Order order = new Order(
                    RequestBody.text("orderId", orderId),
                    RequestBody.email("customerEmail", customerEmail),
                    RequestBody.required("amount", amount),
                    RequestBody.text("currency", currency));
            if (order.amount() <= 0) {
                throw Problem.unacceptable("The amount must be more than 0.");
            }
            if (!Money.knowsCurrency(order.currency())) {
                throw Problem.unacceptable("There is no currency " + order.currency() + ".");
            }
            return order;
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/orders", this::place);
    }

    private void place(Context ctx) {
        Order order = RequestBody.read(ctx, OrderRequest.class).checked();
        boolean isNew = database.transaction(tx -> {
            boolean added = Orders.add(tx, order);
            if (!added && !Orders.find(tx, order.orderId()).orElseThrow().equals(order)) {
                throw Problem.conflict("Order " + order.orderId() + " exists with other content.");
            }
            return added;
        });
        Respond.json(ctx, isNew ? 201 : 200, order);
    }
}
