package shop;

import java.util.List;
import java.util.stream.Stream;
import shop.activity.Activity;
import shop.database.Database;
import shop.defect.Defects;
import shop.http.PortUnavailable;
import shop.http.StatusRoutes;
import shop.http.WebServer;
import shop.idempotency.Idempotency;
import shop.inbox.Consumer;
import shop.inbox.Inbox;
import shop.mail.Mailer;
import shop.messaging.Broker;
import shop.order.OrderRoutes;
import shop.outbox.Outbox;
import shop.outbox.OutboxRelay;
import shop.refund.Payments;
import shop.refund.RefundConsumers;
import shop.refund.RefundRoutes;
import shop.refund.RefundWorkflow;
import shop.retry.Backoff;
import shop.retry.Retry;
import shop.signup.ActivationRoutes;
import shop.signup.Billing;
import shop.signup.Crm;
import shop.signup.SignupConsumers;
import shop.signup.SignupRoutes;
import shop.signup.SignupWorkflow;
import shop.workflow.WorkflowRoutes;
import shop.workflow.Workflows;

/** A running Shop: its parts put together, started in the order in which they need each other. */
final class Application implements AutoCloseable {

    private final Settings settings;
    private final Defects defects;
    private final Activity activity = new Activity();
    private final Retry retry = new Retry(Backoff.DEFAULT);
    private final Readiness readiness = new Readiness();
    private final Database database;
    private final Broker broker;
    private final Outbox outbox;
    private final OutboxRelay relay;
    private final WebServer web;

    private Application(Settings settings, Defects defects) throws CannotStart, InterruptedException {
        this.settings = settings;
        this.defects = defects;
        Connections.Pending<Broker> connecting = Connections.toBroker(settings.kafka(), activity);
        this.database = Connections.toDatabase(settings.db());
        this.outbox = new Outbox(database);
        this.web = serve();
        this.broker = connecting.await();
        this.relay = new OutboxRelay(database, outbox, broker, activity);
        relay.start();
        readiness.requires(relay::running);
        consume();
        readiness.complete();
    }

    static Application start(Settings settings, Defects defects) throws CannotStart, InterruptedException {
        return new Application(settings, defects);
    }

    String url() {
        return "http://localhost:" + web.port();
    }

    /** What is being done gets a moment to end; what is left is picked up at the next start. */
    @Override
    public void close() {
        web.close();
        relay.close();
        broker.close();
        database.close();
    }

    private WebServer serve() throws CannotStart {
        Idempotency idempotency = new Idempotency(database);
        Workflows workflows = new Workflows(database, List.of(RefundWorkflow.DEFINITION, SignupWorkflow.DEFINITION));
        try {
            return WebServer.start(
                    settings.host(),
                    settings.port(),
                    activity,
                    List.of(
                            new StatusRoutes(readiness::isComplete, activity, outbox::unsent),
                            new WorkflowRoutes(workflows),
                            new OrderRoutes(database),
                            new RefundRoutes(database, idempotency, outbox),
                            new SignupRoutes(database, idempotency, outbox),
                            new ActivationRoutes(database)));
        } catch (PortUnavailable e) {
            throw new CannotStart(
                    "cannot listen on " + settings.host() + ":" + settings.port() + ": " + e.getMessage(), e);
        }
    }

    private void consume() {
        Inbox inbox = new Inbox(database, retry);
        for (Consumer consumer : consumers()) {
            readiness.requires(
                    broker.subscribe(consumer.name(), consumer.channel(), inbox.receiverFor(consumer))::active);
        }
    }

    private List<Consumer> consumers() {
        Providers providers = new Providers(settings, retry);
        Mailer mailer = new Mailer(settings.smtp().host(), settings.smtp().port(), retry);
        String publicUrl = settings.publicUrl().isEmpty() ? url() : settings.publicUrl();
        return Stream.concat(
                        RefundConsumers.all(
                                database,
                                outbox,
                                broker,
                                new Payments(providers.payments(), defects),
                                providers.support(),
                                mailer,
                                defects)
                                .stream(),
                        SignupConsumers.all(
                                database,
                                outbox,
                                new Billing(providers.billing()),
                                new Crm(providers.crm(), defects),
                                providers.analytics(),
                                mailer,
                                publicUrl,
                                defects)
                                .stream())
                .toList();
    }
}
