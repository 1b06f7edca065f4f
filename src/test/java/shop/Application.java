package shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shop.activity.Activity;
import shop.clock.ClockRoutes;
import shop.database.Database;
import shop.defect.Defects;
import shop.domain.Domain;
import shop.domain.Means;
import shop.http.PortUnavailable;
import shop.http.Routes;
import shop.http.StatusRoutes;
import shop.http.WebServer;
import shop.idempotency.Idempotency;
import shop.inbox.Consumer;
import shop.inbox.Inbox;
import shop.mail.Mailer;
import shop.messaging.Broker;
import shop.outbox.Outbox;
import shop.outbox.OutboxRelay;
import shop.provider.Providers;
import shop.retry.Backoff;
import shop.retry.Retry;
import shop.schedule.Schedule;
import shop.schedule.Scheduler;
import shop.workflow.WorkflowRoutes;
import shop.workflow.Workflows;

/** A running Shop: its parts put together, started in the order in which they need each other. */
final class Application implements AutoCloseable {

    private final Settings settings;
    private final Activity activity = new Activity();
    private final Retry retry = new Retry(Backoff.DEFAULT);
    private final Readiness readiness = new Readiness();
    private final Database database;
    private final Broker broker;
    private final Outbox outbox;
    private final OutboxRelay relay;
    private final Schedule schedule;
    private final Scheduler scheduler;
    private final Means means;
    private final WebServer web;

    private Application(Settings settings, Defects defects) throws CannotStart, InterruptedException {
        this.settings = settings;
        Connections.Pending<Broker> connecting = Connections.toBroker(settings.messaging(), activity);
        this.database = Connections.toDatabase(settings.db());
        this.outbox = new Outbox(database);
        this.schedule = new Schedule(database);
        this.means = new Means(
                database,
                new Idempotency(database),
                outbox,
                new Providers(settings.providers(), settings.providerTimeout(), retry),
                settings.secrets(),
                new Mailer(settings.smtp().host(), settings.smtp().port(), new Retry(Backoff.PATIENT)),
                defects,
                this::publicUrl);
        this.scheduler = new Scheduler(database, schedule, Domains.jobs(means), retry, activity);
        this.web = serve();
        this.broker = connecting.await();
        this.relay = new OutboxRelay(database, outbox, broker, activity);
        consume(); // first, because what is sent before there is a queue for it may reach nobody
        relay.start();
        readiness.requires(relay::running);
        scheduler.start();
        readiness.requires(scheduler::running);
        readiness.complete();
    }

    static Application start(Settings settings, Defects defects) throws CannotStart, InterruptedException {
        return new Application(settings, defects);
    }

    String url() {
        return "http://localhost:" + web.port();
    }

    private String publicUrl() {
        return settings.publicUrl().isEmpty() ? url() : settings.publicUrl();
    }

    /** What is being done gets a moment to end; what is left is picked up at the next start. */
    @Override
    public void close() {
        web.close();
        scheduler.close();
        relay.close();
        broker.close();
        database.close();
    }

    private WebServer serve() throws CannotStart {
        try {
            return WebServer.start(settings.host(), settings.port(), activity, routes());
        } catch (PortUnavailable e) {
            throw new CannotStart(
                    "cannot listen on " + settings.host() + ":" + settings.port() + ": " + e.getMessage(), e);
        }
    }

    private List<Routes> routes() {
        List<Routes> routes = new ArrayList<>();
        routes.add(new StatusRoutes(readiness::isComplete, activity, this::waiting));
        routes.add(new WorkflowRoutes(new Workflows(
                database,
                Domains.ALL.stream()
                        .flatMap(domain -> domain.workflows().stream())
                        .toList())));
        if (settings.testClocks()) {
            routes.add(new ClockRoutes(database, scheduler::wake));
        }
        for (Domain domain : Domains.ALL) {
            routes.addAll(domain.routes(means));
        }
        return routes;
    }

    /** What is saved and waits to be done now: messages to be sent, and tasks that are due. */
    private int waiting(Optional<String> correlationId) {
        return schedule.due(correlationId) + outbox.unsent(correlationId);
    }

    private void consume() {
        Inbox inbox = new Inbox(database, retry);
        for (Domain domain : Domains.ALL) {
            for (Consumer consumer : domain.consumers(means, broker)) {
                readiness.requires(
                        broker.subscribe(
                                consumer.name(),
                                consumer.channel(),
                                consumer.handlers().keySet(),
                                inbox.receiverFor(consumer))::active);
            }
        }
    }
}
