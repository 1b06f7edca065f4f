package shop.fulfilment;

import java.util.Map;
import shop.defect.Defects;
import shop.inbox.Handler;
import shop.provider.Provider;
import shop.retry.GivenUp;
import shop.schedule.Job;
import shop.schedule.Task;
import shop.workflow.Workflows;

/** Tells analytics what an order was worth, in the currency's main unit. */
final class ConversionTracking implements Job {

    static final String JOB = "track-conversion";

    private final Provider analytics;
    private final Defects defects;

    ConversionTracking(Provider analytics, Defects defects) {
        this.analytics = analytics;
        this.defects = defects;
    }

    private record Conversion(String event, String transaction_id, Number value, String currency) {}

    @Override
    public Handler.Changes run(Task task) throws GivenUp, InterruptedException {
        CompletedOrder order = task.data(CompletedOrder.class);
        track(order);
        return tx -> Workflows.take(tx, order.completionId(), FulfilmentWorkflow.CONVERSION_TRACKED);
    }

    void track(CompletedOrder order) throws GivenUp, InterruptedException {
        analytics.post(
                "/v1/conversions",
                new Conversion("purchase", order.orderId(), value(order), currency(order)),
                Map.of(Provider.IDEMPOTENCY_KEY, order.completionId()));
    }

    private Number value(CompletedOrder order) {
        return defects.has(FulfilmentDefect.CONVERSION_IN_CENTS)
                ? order.amount()
                : order.money().major();
    }

    private String currency(CompletedOrder order) {
        return defects.has(FulfilmentDefect.CONVERSION_CURRENCY_LOST) ? null : order.currency();
    }
}
