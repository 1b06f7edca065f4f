package shop;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import shop.activity.Activity;
import shop.clock.Clocks;
import shop.database.Database;
import shop.database.DatabaseUnavailable;
import shop.domain.Domain;
import shop.idempotency.Idempotency;
import shop.inbox.Inbox;
import shop.messaging.Broker;
import shop.messaging.BrokerUnavailable;
import shop.messaging.Channel;
import shop.messaging.amqp.AmqpBroker;
import shop.messaging.amqp.Exchanges;
import shop.messaging.kafka.KafkaBroker;
import shop.outbox.Outbox;
import shop.schedule.Schedule;
import shop.workflow.Workflows;

/** Reaches the database and the broker, or says in one line which of them it cannot reach. */
final class Connections {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final List<String> TABLES = Stream.concat(
                    Stream.of(
                            Clocks.TABLES,
                            Workflows.TABLES,
                            Outbox.TABLES,
                            Inbox.TABLES,
                            Schedule.TABLES,
                            Idempotency.TABLES),
                    Domains.ALL.stream().map(Domain::tables))
            .toList();

    private Connections() {}

    /** A connection that is being made in the background: brokers take their time. */
    interface Pending<T> {
        T await() throws CannotStart, InterruptedException;
    }

    static Database toDatabase(Settings.Db db) throws CannotStart, InterruptedException {
        try {
            return Database.connect(db.url(), db.user(), db.password(), TABLES, PATIENCE);
        } catch (DatabaseUnavailable e) {
            throw unreachable("database", db.url().replaceFirst("\\?.*", ""), e);
        }
    }

    static Pending<Broker> toBroker(Settings.Messaging messaging, Activity activity) {
        FutureTask<Broker> connecting = new FutureTask<>(() -> connect(messaging, activity));
        Thread thread = new Thread(connecting, "connect");
        thread.start();
        return () -> result(connecting, messaging.address());
    }

    private static Broker connect(Settings.Messaging messaging, Activity activity)
            throws BrokerUnavailable, InterruptedException {
        if (messaging instanceof Settings.Amqp amqp) {
            Exchanges exchanges = new Exchanges(amqp.eventsExchange(), amqp.commandsExchange(), amqp.deadExchange());
            return AmqpBroker.connect(amqp.url(), exchanges, activity, PATIENCE);
        }
        Settings.Kafka kafka = (Settings.Kafka) messaging;
        Map<Channel, String> topics =
                Map.of(Channel.EVENTS, kafka.eventsTopic(), Channel.COMMANDS, kafka.commandsTopic());
        return KafkaBroker.connect(kafka.bootstrap(), topics, activity, PATIENCE);
    }

    private static Broker result(FutureTask<Broker> connecting, String address)
            throws CannotStart, InterruptedException {
        try {
            return connecting.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BrokerUnavailable unavailable) {
                throw unreachable("broker", address, unavailable);
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static CannotStart unreachable(String what, String where, Exception failure) {
        String reason = String.valueOf(failure.getMessage()).replaceAll("\\s*\\R\\s*", " ");
        return new CannotStart("cannot reach the " + what + " at " + where + ": " + reason, failure);
    }
}
