package dev.handoff.sandbox.amqp;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The messages that Handoff itself publishes, for all taps of a run. AMQP gives messages no place by which they could be
 * known, and a mark would make a copy another message than the original; so each tap expects as many equal messages as
 * were published. Which of two equal ones is ours cannot be told, and does not matter but for the time. Thread-safe.
 */
public final class OurMessages {

    private final Set<Expected> taps = new HashSet<>();

    /** A tap is bound anew: what was published before cannot come to it any more. */
    synchronized void whileNobodyPublishes(Expected tap, Runnable binding) {
        taps.remove(tap);
        tap.forget();
        binding.run();
        taps.add(tap);
    }

    synchronized void leave(Expected tap) {
        taps.remove(tap);
    }

    /** Publishes to a broker. Every tap of it expects the message from before it can come, until a fence has followed. */
    synchronized void publish(String broker, Fingerprint message, Supplier<Instant> clock, Runnable publishing) {
        Instant before = clock.get();
        taps.stream().filter(tap -> tap.isOf(broker)).forEach(tap -> tap.expect(message, before));
        try {
            publishing.run();
        } finally {
            Instant after = clock.get();
            taps.stream().filter(tap -> tap.isOf(broker)).forEach(tap -> tap.published(message, after));
        }
    }

    /** What one tap expects. */
    static final class Expected {

        private final Map<Fingerprint, Awaited> awaited = new HashMap<>();
        private String broker;

        private static final class Awaited {
            private final Instant since;
            private int count;
            private Instant done;

            Awaited(Instant since) {
                this.since = since;
            }
        }

        synchronized void of(String identity) {
            broker = identity;
        }

        synchronized boolean isOf(String identity) {
            return identity.equals(broker);
        }

        synchronized void expect(Fingerprint message, Instant now) {
            Awaited one = awaited.computeIfAbsent(message, none -> new Awaited(now));
            one.count++;
            one.done = null;
        }

        synchronized void published(Fingerprint message, Instant now) {
            Optional.ofNullable(awaited.get(message)).ifPresent(one -> one.done = now);
        }

        /** Whether a message that has come is taken for ours. */
        synchronized boolean take(Fingerprint message) {
            Awaited one = awaited.get(message);
            if (one == null || one.count == 0) {
                return false;
            }
            one.count--;
            return true;
        }

        /** Since when a message of ours may have stood for this one. */
        synchronized Optional<Instant> twinSince(Fingerprint message) {
            return Optional.ofNullable(awaited.get(message)).map(one -> one.since);
        }

        /** A fence that left at some moment has come, and with it all that was published before. */
        synchronized void fenced(Instant left) {
            awaited.values().removeIf(one -> one.done != null && one.done.isBefore(left));
        }

        synchronized boolean isEmpty() {
            return awaited.isEmpty();
        }

        synchronized void forget() {
            awaited.clear();
        }
    }
}
