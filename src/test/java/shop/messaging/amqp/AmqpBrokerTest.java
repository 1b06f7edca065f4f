package shop.messaging.amqp;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.GetResponse;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.activity.Activity;
import shop.messaging.BrokerUnavailable;
import shop.messaging.Channel;
import shop.messaging.Envelope;
import shop.messaging.Message;
import shop.messaging.Receiver;
import shop.messaging.Subscription;
import shop.messaging.UnreadableMessage;

class AmqpBrokerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PAID = "order.paid";

    private static RabbitMq rabbit;

    private final String own = UUID.randomUUID().toString();
    private final Exchanges exchanges = new Exchanges("events-" + own, "commands-" + own, "dead-" + own);
    private final String mails = "mails-" + own;
    private final Activity activity = new Activity();
    private final BlockingQueue<Envelope> received = new LinkedBlockingQueue<>();
    private AmqpBroker broker;

    @BeforeAll
    static void start() {
        rabbit = RabbitMq.start();
    }

    @AfterAll
    static void stop() {
        if (rabbit != null) {
            rabbit.close();
        }
    }

    @BeforeEach
    void connect() throws Exception {
        broker = AmqpBroker.connect(rabbit.url(), exchanges, activity, PATIENCE);
    }

    @AfterEach
    void close() {
        broker.close();
    }

    @Test
    void everyConsumerIsHandedWhatItCaresForAsItWasPublished() throws Exception {
        BlockingQueue<Envelope> receivedToo = new LinkedBlockingQueue<>();
        broker.subscribe(mails, Channel.EVENTS, Set.of(PAID), received::add);
        broker.subscribe("support-" + own, Channel.EVENTS, Set.of(PAID), receivedToo::add);
        Envelope envelope = envelope(PAID, "order 1");
        published(envelope("order.shipped", "order 1"), envelope);
        assertThat(next()).isEqualTo(envelope);
        assertThat(receivedToo.poll(10, SECONDS)).isEqualTo(envelope);
        awaitThat(() -> activity.read().running() == 0);
        assertThat(received).isEmpty();
    }

    @Test
    void aMessageSaysInItsPropertiesWhatItIs() throws Exception {
        rabbit.ask(channel -> {
            channel.queueDeclare(mails, true, false, false, Map.of());
            return channel.queueBind(mails, exchanges.events(), "#");
        });
        Envelope envelope = envelope(PAID, "order 1");
        published(envelope);
        GetResponse message = rabbit.ask(channel -> channel.basicGet(mails, true));
        assertThat(message.getEnvelope().getRoutingKey()).isEqualTo(PAID);
        assertThat(message.getProps().getMessageId())
                .isEqualTo(Message.in(envelope).id());
        assertThat(message.getProps().getType()).isEqualTo(PAID);
        assertThat(message.getProps().getContentType()).isEqualTo("application/json");
        assertThat(message.getProps().getCorrelationId()).isEqualTo("c-1");
        assertThat(message.getProps().getDeliveryMode()).isEqualTo(2);
        assertThat(message.getProps().getHeaders().get("X-Correlation-Id")).hasToString("c-1");
    }

    @Test
    void messagesWithEqualKeysStayInOrder() throws Exception {
        broker.subscribe(mails, Channel.EVENTS, Set.of(PAID), envelope -> {
            Thread.yield();
            for (int i = ThreadLocalRandom.current().nextInt(100_000); i > 0; i--) {
                Thread.onSpinWait();
            }
            received.add(envelope);
        });
        List<Envelope> sent = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            sent.add(envelope(PAID, "order " + i % 3));
        }
        published(sent.toArray(Envelope[]::new));
        List<Envelope> got = next(sent.size());
        for (String key : List.of("order 0", "order 1", "order 2")) {
            assertThat(of(key, got)).isEqualTo(of(key, sent));
        }
    }

    @Test
    void nothingIsLostWhileTheBrokerIsAway() throws Exception {
        Subscription subscription = broker.subscribe(mails, Channel.EVENTS, Set.of(PAID), received::add);
        awaitThat(subscription::active);
        rabbit.goAway();
        awaitThat(() -> !subscription.active());
        assertThatThrownBy(() -> published(envelope(PAID, "order 1"))).hasCauseInstanceOf(BrokerUnavailable.class);
        rabbit.comeBack();
        Envelope envelope = envelope(PAID, "order 2");
        awaitThat(() -> isPublished(envelope));
        assertThat(next()).isEqualTo(envelope);
        assertThat(subscription.active()).isTrue();
    }

    @Test
    void aBrokerThatComesBackEmptyKeepsWhatIsPublishedFromThenOn() throws Exception {
        Subscription subscription = broker.subscribe(mails, Channel.EVENTS, Set.of(PAID), received::add);
        awaitThat(subscription::active);
        rabbit.goAway();
        rabbit.comeBackEmpty();
        Envelope envelope = envelope(PAID, "order 1");
        awaitThat(() -> isPublished(envelope));
        assertThat(next()).isEqualTo(envelope);
    }

    @Test
    void whatWasBeingHandledWhenTheBrokerWentAwayIsHandedOutAgainAndUnfinishedUntilThen() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Subscription subscription = broker.subscribe(mails, Channel.EVENTS, Set.of(PAID), envelope -> {
            received.add(envelope);
            begun.countDown();
            goOn.await();
        });
        Envelope first = envelope(PAID, "order 1");
        Envelope second = envelope(PAID, "order 1");
        published(first, second);
        begun.await();
        awaitThat(() -> activity.read("c-1").running() == 2);
        rabbit.goAway();
        awaitThat(() -> !subscription.active());
        goOn.countDown();
        Awaitility.await()
                .during(Duration.ofMillis(500))
                .until(() -> activity.read("c-1").running() == 2);
        rabbit.comeBack();
        assertThat(next(3)).containsExactly(first, first, second);
        awaitThat(() -> activity.read("c-1").running() == 0);
    }

    @Test
    void aConsumerWhoseQueueWasDeletedMakesItAnew() throws Exception {
        Subscription subscription = broker.subscribe(mails, Channel.EVENTS, Set.of(PAID), received::add);
        awaitThat(subscription::active);
        rabbit.ask(channel -> channel.queueDelete(mails));
        awaitThat(() -> rabbit.ask(channel -> channel.queueDeclarePassive(mails)) != null);
        awaitThat(subscription::active);
        Envelope envelope = envelope(PAID, "order 1");
        published(envelope);
        assertThat(next()).isEqualTo(envelope);
    }

    @Test
    void whatCouldNotBeHandledIsTriedAgainBeforeLaterMessagesWithItsKey() throws Exception {
        CountDownLatch failures = new CountDownLatch(1);
        broker.subscribe(mails, Channel.EVENTS, Set.of(PAID), envelope -> {
            received.add(envelope);
            if (failures.getCount() > 0) {
                failures.countDown();
                throw new IllegalStateException("it does so in this test");
            }
        });
        Envelope first = envelope(PAID, "order 1");
        Envelope second = envelope(PAID, "order 1");
        published(first, second);
        assertThat(next(3)).containsExactly(first, first, second);
    }

    @Test
    void whatNobodyCanReadIsPutAsideWithTheReason() throws Exception {
        broker.subscribe(mails, Channel.EVENTS, Set.of(PAID), envelope -> {
            throw new UnreadableMessage("no JSON");
        });
        published(envelope(PAID, "order 1"));
        awaitThat(() -> rabbit.ask(channel -> channel.messageCount(exchanges.dead())) == 1);
        GetResponse dead = rabbit.ask(channel -> channel.basicGet(exchanges.dead(), true));
        List<?> deaths = (List<?>) dead.getProps().getHeaders().get("x-death");
        assertThat(deaths).singleElement().satisfies(death -> {
            assertThat(((Map<?, ?>) death).get("reason")).hasToString("rejected");
            assertThat(((Map<?, ?>) death).get("queue")).hasToString(mails);
        });
        awaitThat(() -> activity.read().running() == 0);
    }

    @Test
    void aCommandThatNobodyTakesIsNotPublished() throws Exception {
        published(envelope(PAID, "order 1"));
        Envelope command = Message.of("pay", "c-1", Map.of()).on(Channel.COMMANDS, "order 1");
        assertThatThrownBy(() -> published(command)).hasRootCauseMessage("no queue takes pay");
        broker.subscribe("payments-" + own, Channel.COMMANDS, Set.of("pay"), received::add);
        published(command);
        assertThat(next()).isEqualTo(command);
    }

    @Test
    void nothingIsPublishedWhileTheBrokerTakesNoMessages() throws Exception {
        broker.subscribe(mails, Channel.EVENTS, Set.of(PAID), received::add);
        rabbit.runShortOfMemory();
        try {
            assertThatThrownBy(() -> broker.publish(envelope(PAID, "order 1")).get(15, SECONDS))
                    .hasRootCauseInstanceOf(TimeoutException.class);
            assertThatThrownBy(() -> published(envelope(PAID, "order 1")))
                    .hasRootCauseMessage("it takes no messages at present: low on memory");
        } finally {
            rabbit.haveMemoryAgain();
        }
        awaitThat(() -> isPublished(envelope(PAID, "order 2")));
    }

    @Test
    void whatWasNotHandledToTheEndIsLeftToTheNext() throws Exception {
        broker.subscribe(mails, Channel.EVENTS, Set.of(PAID), interrupted());
        Envelope envelope = envelope(PAID, "order 1");
        published(envelope);
        next();
        broker.close();
        AmqpBroker another = AmqpBroker.connect(rabbit.url(), exchanges, activity, PATIENCE);
        try (another) {
            another.subscribe(mails, Channel.EVENTS, Set.of(PAID), received::add);
            assertThat(next()).isEqualTo(envelope);
        }
    }

    @Test
    void aBrokerThatIsNotThereIsSaidToBeSo() {
        assertThatThrownBy(
                        () -> AmqpBroker.connect(URI.create("amqp://localhost:1"), exchanges, activity, Duration.ZERO))
                .isInstanceOf(BrokerUnavailable.class)
                .hasMessage("Connection refused");
    }

    /** Handles until it is stopped. */
    private Receiver interrupted() {
        return envelope -> {
            received.add(envelope);
            new CountDownLatch(1).await();
        };
    }

    private static Envelope envelope(String type, String key) {
        return Message.of(type, "c-1", Map.of("key", key)).on(Channel.EVENTS, key);
    }

    private static List<Envelope> of(String key, List<Envelope> envelopes) {
        return envelopes.stream().filter(envelope -> envelope.key().equals(key)).toList();
    }

    private void published(Envelope... envelopes) throws Exception {
        List<CompletableFuture<Void>> publishing = new ArrayList<>();
        for (Envelope envelope : envelopes) {
            publishing.add(broker.publish(envelope));
        }
        for (CompletableFuture<Void> one : publishing) {
            one.get(10, SECONDS);
        }
    }

    private boolean isPublished(Envelope envelope) throws Exception {
        try {
            published(envelope);
            return true;
        } catch (ExecutionException e) {
            return false;
        }
    }

    private Envelope next() throws InterruptedException {
        return next(1).get(0);
    }

    private List<Envelope> next(int number) throws InterruptedException {
        List<Envelope> next = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Envelope envelope = received.poll(20, SECONDS);
            assertThat(envelope).as("message %d of %d", i + 1, number).isNotNull();
            next.add(envelope);
        }
        return next;
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void awaitThat(Condition condition) {
        Awaitility.await().ignoreExceptions().atMost(PATIENCE).until(condition::holds);
    }
}
