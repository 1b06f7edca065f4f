package dev.handoff.sandbox.poll;

import dev.handoff.sandbox.asking.Unanswered;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Leaves a system alone for as long as it wants that, whoever asks, and never asks it faster than it may be asked. */
final class Courtesy {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(30);

    private final Duration firstBackOff;
    private final Duration pace;
    private final Supplier<Instant> clock;
    private Instant restsUntil = Instant.MIN;
    private Instant next = Instant.MIN;
    private Duration rest = Duration.ZERO;
    private Duration backOff;
    private String why = "";

    Courtesy(Duration firstBackOff, Duration pace, Supplier<Instant> clock) {
        this.firstBackOff = firstBackOff;
        this.backOff = firstBackOff;
        this.pace = pace;
        this.clock = clock;
    }

    /** Waits until the system may be asked; not for one that wants to be left alone for long. */
    void await() throws Unanswered {
        while (true) {
            Duration left;
            synchronized (this) {
                Instant now = clock.get();
                Instant from = restsUntil.isAfter(next) ? restsUntil : next;
                if (!from.isAfter(now)) {
                    next = now.plus(pace);
                    return;
                }
                if (Duration.between(now, restsUntil.isAfter(now) ? restsUntil : now)
                                .compareTo(LONGEST_WAIT)
                        > 0) {
                    throw new Unanswered(words(now));
                }
                left = Duration.between(now, from);
            }
            sleep(left);
        }
    }

    /** Does not wait for a system that wants to be left alone. */
    void requireNoRest() throws Unanswered {
        synchronized (this) {
            Instant now = clock.get();
            if (restsUntil.isAfter(now)) {
                throw new Unanswered(words(now));
            }
        }
        await();
    }

    synchronized void leaveAlone(Duration time, String reason) {
        why = reason;
        rest = time;
        Instant until = clock.get().plus(time);
        restsUntil = until.isAfter(restsUntil) ? until : restsUntil;
    }

    /** The same where it did not say for how long: longer each time, until it answers again. */
    synchronized void leaveAlone(String reason) {
        leaveAlone(backOff, reason);
        Duration longer = backOff.multipliedBy(2);
        backOff = longer.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : longer;
    }

    synchronized void wasAnswered() {
        backOff = firstBackOff;
    }

    /** What there is to say of it since an instant. */
    synchronized Optional<String> note(Instant since) {
        Instant now = clock.get();
        if (restsUntil.isAfter(now)) {
            return Optional.of(words(now));
        }
        return restsUntil.isAfter(since)
                ? Optional.of("it was left alone for " + seconds(rest) + " after " + why)
                : Optional.empty();
    }

    private String words(Instant now) {
        return "it is left alone for " + seconds(rest) + " after " + why + ", "
                + seconds(Duration.between(now, restsUntil)) + " of it to go";
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    private static void sleep(Duration time) throws Unanswered {
        try {
            Thread.sleep(time.toMillis() + 1);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new Unanswered("the wait for its turn was interrupted");
        }
    }
}
