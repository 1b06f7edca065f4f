package shop.saga;

import java.util.List;
import shop.workflow.WorkflowDefinition;
import shop.workflow.WorkflowDefinition.Stage;

/** The messages, steps and stages of a checkout. */
final class SagaWorkflow {

    static final String REQUESTED = "checkout.requested";
    static final String FAILED = "checkout.failed";
    static final String SHIPPED = "order.shipped";
    static final String CANCELLED = "order.cancelled";

    static final String STOCK_RESERVED = "stock_reserved";
    static final String PAYMENT_CAPTURED = "payment_captured";
    static final String SHIPMENT_BOOKED = "shipped";
    static final String STOCK_RELEASED = "stock_released";
    static final String PAYMENT_VOIDED = "payment_voided";

    static final String CUSTOMER_TOLD = "customer_told";
    static final String COMPENSATING = "compensating";
    static final String COMPENSATED = "compensated";
    static final String STUCK = "compensation_failed";

    static final WorkflowDefinition DEFINITION = new WorkflowDefinition(
            "checkout",
            List.of(
                    Stage.of("request_received"),
                    Stage.of("stock_reserved", STOCK_RESERVED),
                    Stage.of("payment_captured", PAYMENT_CAPTURED),
                    Stage.of("shipped", SHIPMENT_BOOKED),
                    Stage.of("completed", SHIPMENT_BOOKED, CUSTOMER_TOLD),
                    Stage.of("compensating", COMPENSATING),
                    Stage.of("compensated", COMPENSATED),
                    Stage.of("compensation_failed", STUCK)));

    private SagaWorkflow() {}
}
