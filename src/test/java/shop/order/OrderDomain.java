package shop.order;

import java.util.List;
import shop.domain.Domain;
import shop.domain.Means;
import shop.http.Routes;

/** Orders that are paid. */
public final class OrderDomain implements Domain {

    @Override
    public String tables() {
        return Orders.TABLES;
    }

    @Override
    public List<Routes> routes(Means means) {
        return List.of(new OrderRoutes(means.database()));
    }
}
