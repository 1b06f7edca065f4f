package shop.refund;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import shop.defect.Defect;
import shop.domain.Domain;
import shop.domain.Means;
import shop.http.Routes;
import shop.inbox.Consumer;
import shop.inbox.Handler;
import shop.messaging.Broker;
import shop.messaging.Channel;
import shop.workflow.WorkflowDefinition;

/** Refunds of orders. */
public final class RefundDomain implements Domain {

    @Override
    public String tables() {
        return Refunds.TABLES;
    }

    @Override
    public List<String> providers() {
        return List.of("payments", "support");
    }

    @Override
    public List<WorkflowDefinition> workflows() {
        return List.of(RefundWorkflow.DEFINITION);
    }

    @Override
    public List<Defect> defects() {
        return Stream.concat(Arrays.<Defect>stream(RefundDefect.values()), Arrays.stream(LargeRefundDefect.values()))
                .toList();
    }

    @Override
    public List<Routes> routes(Means means) {
        return List.of(new RefundRoutes(means));
    }

    @Override
    public List<Consumer> consumers(Means means, Broker broker) {
        Handler worker = new RefundWorker(
                means.database(),
                new Payments(means.provider("payments"), means.defects()),
                means.outbox(),
                broker,
                means.defects());
        Handler receipts = new Receipts(means.mailer(), means.defects());
        Handler support = new SupportNotices(means.provider("support"), means.defects());
        LargeRefunds large = new LargeRefunds(means);
        return List.of(
                new Consumer(
                        "shop-refunds",
                        Channel.COMMANDS,
                        Map.of(
                                RefundWorkflow.REQUESTED, worker,
                                LargeRefunds.APPROVED, large::approved,
                                LargeRefunds.REJECTED, large::rejected,
                                LargeRefunds.EXPIRED, large::expired)),
                new Consumer("shop-receipts", Channel.EVENTS, Map.of(RefundWorkflow.COMPLETED, receipts)),
                new Consumer(
                        "shop-support",
                        Channel.EVENTS,
                        Map.of(RefundWorkflow.COMPLETED, support, RefundWorkflow.FAILED, support)));
    }
}
