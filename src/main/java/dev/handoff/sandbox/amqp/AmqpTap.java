package dev.handoff.sandbox.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import dev.handoff.journal.Capture;
import dev.handoff.journal.Journal;
import dev.handoff.journal.Message;
import dev.handoff.journal.Sight;
import dev.handoff.sandbox.BodyText;
import dev.handoff.sandbox.Probe;
import dev.handoff.sandbox.ProbeFailed;
import dev.handoff.sandbox.Publisher;
import dev.handoff.sandbox.Pulse;
import dev.handoff.sandbox.Rest;
import dev.handoff.sandbox.ScenarioValues;
import dev.handoff.sandbox.SkewOverTime;
import dev.handoff.vocabulary.SystemSpec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Gets a copy of every message of an exchange in a queue of its own: no consumer loses a message to it. While scenarios
 * run, a fence is always on its way, so that it is known how far everything has been seen.
 */
public final class AmqpTap implements Probe {

    private static final Duration BETWEEN_FENCES = Duration.ofMillis(20);
    private static final Duration FENCE_COMES_WITHIN = Duration.ofSeconds(5);
    /** Fences do not wait for one another: how long one takes would widen the times of messages twice. */
    private static final int MOST_UNDER_WAY = 100;

    private static final int LARGEST_BODY = 1 << 20;

    private final SystemSpec.Amqp spec;
    private final String url;
    private final Journal journal;
    private final OurMessages ours;
    private final Broker broker;
    private final List<RecordedMessage> kinds;
    private final Fences fences;
    private final Pulse pulse;
    private final Depths depths;
    private final KeptMessages kept = new KeptMessages(KeptMessages.MOST_BYTES);
    private final OurMessages.Expected expected = new OurMessages.Expected();
    private final Publisher publisher;
    private final Set<String> watching = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor fencing;
    private final Session.Receiver receiver = new Session.Receiver() {
        @Override
        public void delivered(Session from, Delivery delivery) {
            lastDelivery = journal.now();
            arrivals.add(arrived -> receive(from, delivery, arrived));
        }

        @Override
        public void lost(Session from, String reason) {
            AmqpTap.this.lost(from, reason);
        }
    };
    private final Arrivals arrivals;
    private final Published published;
    private volatile Session session;
    private volatile boolean closing;
    private volatile long position;
    private volatile Instant lastDelivery;

    /**
     * Taps an exchange.
     *
     * @throws ProbeFailed when the broker cannot be reached, has no such exchange, or it cannot be tapped
     */
    public AmqpTap(SystemSpec.Amqp spec, String url, Journal journal) {
        this(spec, url, journal, new OurMessages());
    }

    /**
     * The same beside other taps.
     *
     * @param ours what any of them publishes
     */
    public AmqpTap(SystemSpec.Amqp spec, String url, Journal journal, OurMessages ours) {
        this(spec, url, journal, ours, Optional.empty());
    }

    /**
     * The same where the clock of publishers is known.
     *
     * @param publishers by which times in the header {@code timestamp_in_ms} are
     */
    public AmqpTap(
            SystemSpec.Amqp spec, String url, Journal journal, OurMessages ours, Optional<SkewOverTime> publishers) {
        this.published = new Published(publishers);
        this.arrivals = new Arrivals("tap " + spec.name(), journal::now);
        this.spec = spec;
        this.url = url;
        this.journal = journal;
        this.ours = ours;
        this.broker = new Broker(spec.name(), url);
        this.kinds = RecordedMessage.of(spec);
        this.fences = new Fences(journal::now);
        this.lastDelivery = journal.now();
        this.depths = new Depths(spec.consumers(), queue -> connected().depth(queue), journal::now);
        this.publisher = new AmqpPublisher(spec.exchange().name(), this::connected, ours, kept, journal::now);
        this.pulse = new Pulse(spec.name(), journal, this::canary);
        this.fencing = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "fences " + spec.name());
            thread.setDaemon(true);
            return thread;
        });
        try {
            bind();
        } catch (ProbeFailed failed) {
            pulse.close();
            fencing.shutdownNow();
            arrivals.close();
            throw failed;
        }
        fencing.scheduleWithFixedDelay(this::keepFencing, 0, BETWEEN_FENCES.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Makes the exchanges of a system on a broker that nobody has prepared for it, durable and of the types that its
     * vocabulary says. What is there is left as it is.
     *
     * @throws ProbeFailed when the broker refuses
     */
    public static void declare(SystemSpec.Amqp spec, String url) {
        Broker broker = new Broker(spec.name(), url);
        Connection connection = broker.connect();
        try {
            Exchanges exchanges = new Exchanges(connection, broker.words());
            exchanges.declare(spec.exchange());
            spec.deadLetters().ifPresent(exchanges::declare);
        } finally {
            connection.abort(2000);
        }
    }

    @Override
    public String system() {
        return spec.name();
    }

    @Override
    public Map<String, String> address() {
        return Map.of(
                "url", url,
                "host", broker.host(),
                "port", String.valueOf(broker.port()),
                "exchange", spec.exchange().name());
    }

    @Override
    public void prove() {
        pulse.prove();
    }

    /** A fence that comes back; over a new session when the last one is lost. */
    private String canary() {
        Session bound = bind();
        Fences.Fence fence = sendFence(bound);
        try {
            awaitBack(fence);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProbeFailed("the tap of " + spec.name() + " was interrupted while it proved itself");
        } catch (ExecutionException lost) {
            throw new ProbeFailed(lost.getCause().getMessage());
        } catch (TimeoutException silent) {
            lost(bound, silence(bound));
            throw new ProbeFailed(silence(bound));
        }
        return "its fence message came back, and it is bound to "
                + spec.exchange().name();
    }

    private Fences.Fence sendFence(Session over) {
        Fences.Fence fence = fences.next();
        if (!over.fence(fence.number())) {
            fences.withdraw(fence);
        }
        return fence;
    }

    /** Messages that stand before it may keep a fence waiting for long; silence may not. */
    private void awaitBack(Fences.Fence fence) throws InterruptedException, ExecutionException, TimeoutException {
        while (true) {
            try {
                fence.back().get(FENCE_COMES_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException late) {
                if (isSilent()) {
                    throw late;
                }
            }
        }
    }

    private boolean isSilent() {
        return fences.waiting().compareTo(FENCE_COMES_WITHIN) > 0
                && Duration.between(lastDelivery, journal.now()).compareTo(FENCE_COMES_WITHIN) > 0;
    }

    private synchronized Session bind() {
        Session there = session;
        if (there != null) {
            return there;
        }
        arrivals.drain();
        Session opened = Session.open(broker, spec, receiver);
        expected.of(opened.identity());
        ours.whileNobodyPublishes(expected, () -> {
            fences.binding();
            opened.bind();
        });
        synchronized (fences) {
            session = opened;
        }
        if (closing || !opened.isOpen()) {
            lost(opened, "the connection to the broker is lost");
            throw new ProbeFailed(broker.words() + " cannot be reached");
        }
        return opened;
    }

    private Session connected() {
        Session open = session;
        if (open == null) {
            throw new ProbeFailed(broker.words() + " cannot be reached");
        }
        return open;
    }

    private void keepFencing() {
        Session open = session;
        if (open == null) {
            return;
        }
        if (isSilent()) {
            lost(open, silence(open));
        } else if (fences.underWay() < MOST_UNDER_WAY && (!watching.isEmpty() || !expected.isEmpty())) {
            sendFence(open);
        }
    }

    private static String silence(Session silent) {
        String why = silent.blocked();
        return why == null
                ? "the broker does not answer: a fence message has not come back for " + FENCE_COMES_WITHIN.toSeconds()
                        + " s"
                : "the broker takes no messages: " + why;
    }

    private void lost(Session which, String reason) {
        synchronized (fences) {
            if (closing || which != session) {
                return;
            }
            session = null;
            which.silence();
        }
        Optional.ofNullable(fences.seenUpTo()).ifPresent(pulse::seen);
        fences.lost(reason);
        pulse.lost(reason);
        try {
            fencing.execute(which::abandon);
        } catch (RejectedExecutionException closed) {
            which.abandon();
        }
    }

    private void receive(Session from, Delivery delivery, Instant arrived) {
        if (from.isSilenced()) {
            return;
        }
        try {
            if (Session.isFence(delivery)) {
                fenceArrived(delivery);
            } else {
                capture(delivery, arrived);
            }
        } catch (RuntimeException broken) {
            lost(from, "the tap broke: " + broken);
        }
    }

    private void fenceArrived(Delivery delivery) {
        String number = new String(delivery.getBody(), StandardCharsets.US_ASCII);
        if (number.matches("\\d{1,18}")) {
            fences.arrived(Long.parseLong(number)).ifPresent(fence -> expected.fenced(fence.left()));
        }
    }

    private void capture(Delivery delivery, Instant arrived) {
        String exchange = delivery.getEnvelope().getExchange();
        String key = delivery.getEnvelope().getRoutingKey();
        AMQP.BasicProperties sent = delivery.getProperties();
        byte[] body = delivery.getBody();
        Instant publishedAfter = fences.publishedAfter();
        if (!expected.isEmpty()) {
            Fingerprint fingerprint = Fingerprint.of(exchange, key, sent, body);
            if (expected.take(fingerprint)) {
                return;
            }
            Instant fenced = publishedAfter;
            publishedAfter =
                    expected.twinSince(fingerprint).filter(fenced::isAfter).orElse(fenced);
        }
        long place = ++position;
        kept.keep(place, new KeptMessages.Kept(exchange, key, sent, body));
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("exchange", exchange);
        properties.put("routing-key", key);
        properties.put("position", String.valueOf(place));
        properties.putAll(Properties.of(sent));
        Optional<DeadLetter> deadLetter = DeadLetter.of(spec, exchange, sent.getHeaders());
        deadLetter.ifPresent(letter -> properties.putAll(letter.properties()));
        boolean cut = body.length > LARGEST_BODY;
        Message content = new Message(
                HeaderText.of(sent.getHeaders()),
                sent.getContentType(),
                BodyText.of(cut ? Arrays.copyOf(body, LARGEST_BODY) : body, cut),
                cut ? LARGEST_BODY : 0);
        Optional<RecordedMessage> kind =
                kinds.stream().filter(one -> one.fits(content, properties)).findFirst();
        journal.capture(Capture.effect(
                        spec.name(),
                        kind.map(RecordedMessage::effect).orElse(null),
                        AmqpPublisher.summary(exchange, key)
                                + deadLetter
                                        .map(letter -> ", a dead letter: " + letter.reason())
                                        .orElse(""),
                        properties,
                        content)
                .occurred(published.earliest(sent.getHeaders(), publishedAfter, arrived), Optional.of(arrived))
                .ordered(kind.map(one -> one.sequence(content, exchange, properties))
                        .orElse(null)));
    }

    @Override
    public boolean isAsking() {
        return true;
    }

    @Override
    public Sight sight(String scenario) {
        askForSight();
        return new Sight(
                fences.seenUpTo(), spec.exchange().name() + " read to message " + position + ", a fence behind it");
    }

    /** A fence that left before now does not tell of now. */
    private void askForSight() {
        if (!fences.isUnderWay()) {
            try {
                fencing.execute(() -> {
                    Session open = session;
                    if (open != null && !fences.isUnderWay()) {
                        sendFence(open);
                    }
                });
            } catch (RejectedExecutionException closed) {
                // nobody sees any more
            }
        }
    }

    @Override
    public void watch(String scenario, ScenarioValues values) {
        watching.add(scenario);
    }

    @Override
    public void unwatch(String scenario) {
        watching.remove(scenario);
    }

    @Override
    public Optional<Rest> rest(Instant since) {
        return spec.consumers().isEmpty() ? Optional.empty() : Optional.of(depths.rest(since));
    }

    @Override
    public Optional<Publisher> publisher() {
        return Optional.of(publisher);
    }

    @Override
    public void close() {
        Session open;
        synchronized (fences) {
            closing = true;
            open = session;
            session = null;
        }
        pulse.close();
        fencing.shutdownNow();
        arrivals.close();
        ours.leave(expected);
        if (open != null) {
            open.close();
        }
    }
}
