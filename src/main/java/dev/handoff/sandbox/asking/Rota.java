package dev.handoff.sandbox.asking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Whose turn it is to be asked for: those first that somebody waits for, the others again and again. However many there
 * are, the asking that nobody waits for takes no more than half of the time, and the application has the rest.
 *
 * @param <T> what takes turns
 */
final class Rota<T> {

    private static final int LONGEST_REST = 10;

    private final Duration every;
    private final Duration waited;
    private final Supplier<Instant> clock;
    private final Map<T, Instant> due = new HashMap<>();
    private final Map<T, Instant> rested = new HashMap<>();
    private final Deque<T> wanted = new ArrayDeque<>();

    /**
     * A rota without members.
     *
     * @param every the usual rest between two turns
     * @param waited the least rest before a turn that somebody waits for
     */
    Rota(Duration every, Duration waited, Supplier<Instant> clock) {
        this.every = every;
        this.waited = waited;
        this.clock = clock;
    }

    synchronized void add(T member) {
        due.put(member, clock.get());
        notifyAll();
    }

    synchronized void remove(T member) {
        due.remove(member);
        rested.remove(member);
        wanted.remove(member);
    }

    /** Somebody waits for this one. */
    synchronized void want(T member) {
        if (due.containsKey(member) && !wanted.contains(member)) {
            wanted.add(member);
            notifyAll();
        }
    }

    /** The next to be asked for, as soon as there is one. */
    synchronized T next() throws InterruptedException {
        while (true) {
            Instant now = clock.get();
            Optional<T> waitedFor = wanted.stream()
                    .filter(member -> !mayBeAsked(member).isAfter(now))
                    .findFirst();
            if (waitedFor.isPresent()) {
                wanted.remove(waitedFor.get());
                return waitedFor.get();
            }
            Optional<Map.Entry<T, Instant>> first =
                    due.entrySet().stream().min(Map.Entry.comparingByValue(Comparator.naturalOrder()));
            if (first.isPresent() && !first.get().getValue().isAfter(now)) {
                return first.get().getKey();
            }
            Instant next = Stream.concat(
                            first.stream().map(Map.Entry::getValue),
                            wanted.stream().map(this::mayBeAsked))
                    .min(Comparator.naturalOrder())
                    .orElse(now.plus(every));
            wait(Duration.between(now, next).toMillis() + 1);
        }
    }

    /** One was asked for, which took so long. A turn comes again within {@value #LONGEST_REST} times the usual rest. */
    synchronized void done(T member, Duration took) {
        Duration fairShare = took.multipliedBy(2L * due.size());
        Duration longest = every.multipliedBy(LONGEST_REST);
        Duration rest = fairShare.compareTo(every) < 0 ? every : fairShare.compareTo(longest) > 0 ? longest : fairShare;
        Instant now = clock.get();
        if (due.computeIfPresent(member, (same, before) -> now.plus(rest)) != null) {
            rested.put(member, now.plus(waited));
        }
    }

    private Instant mayBeAsked(T member) {
        return rested.getOrDefault(member, Instant.MIN);
    }
}
