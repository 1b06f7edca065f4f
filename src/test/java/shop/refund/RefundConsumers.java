package shop.refund;

import java.util.List;
import java.util.Map;
import shop.database.Database;
import shop.defect.Defects;
import shop.inbox.Consumer;
import shop.inbox.Handler;
import shop.mail.Mailer;
import shop.messaging.Broker;
import shop.messaging.Channel;
import shop.outbox.Outbox;
import shop.provider.Provider;

/** Who deals with the messages about refunds. */
public final class RefundConsumers {

    private RefundConsumers() {}

    public static List<Consumer> all(
            Database database,
            Outbox outbox,
            Broker broker,
            Payments payments,
            Provider supportDesk,
            Mailer mailer,
            Defects defects) {
        Handler worker = new RefundWorker(database, payments, outbox, broker, defects);
        Handler receipts = new Receipts(mailer, defects);
        Handler support = new SupportNotices(supportDesk);
        return List.of(
                new Consumer("shop-refunds", Channel.COMMANDS, Map.of(RefundWorkflow.REQUESTED, worker)),
                new Consumer("shop-receipts", Channel.EVENTS, Map.of(RefundWorkflow.COMPLETED, receipts)),
                new Consumer(
                        "shop-support",
                        Channel.EVENTS,
                        Map.of(RefundWorkflow.COMPLETED, support, RefundWorkflow.FAILED, support)));
    }
}
