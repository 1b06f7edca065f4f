package dev.handoff.sandbox;

import dev.handoff.journal.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Whether a probe works. A canary goes its way at the start, whenever somebody depends on what the probe has not seen, and
 * again and again while it is down: only a canary that came through makes it work again. The journal gets one line when it
 * stops and one when it works again.
 */
public final class Pulse implements AutoCloseable {

    private static final Duration TRY_AGAIN = Duration.ofMillis(100);

    private final String system;
    private final Journal journal;
    private final Canary canary;
    private final Duration tryAgain;
    private final ScheduledThreadPoolExecutor checking;
    private boolean up;
    private boolean down;
    private boolean underWay;
    private Instant lastSeen;
    private Instant stopped = Instant.MIN;

    /** What proves a probe. */
    @FunctionalInterface
    public interface Canary {

        /**
         * Goes through the probe's own path, in a bounded time.
         *
         * @return the proof in words
         * @throws ProbeFailed when it does not come through
         */
        String fly();
    }

    public Pulse(String system, Journal journal, Canary canary) {
        this(system, journal, canary, TRY_AGAIN);
    }

    /** The same that asks less often, or more, while the probe is down. */
    public Pulse(String system, Journal journal, Canary canary, Duration tryAgain) {
        this.tryAgain = tryAgain;
        this.system = system;
        this.journal = journal;
        this.canary = canary;
        this.checking = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "pulse " + system);
            thread.setDaemon(true);
            return thread;
        });
        checking.setKeepAliveTime(1, TimeUnit.SECONDS);
        checking.allowCoreThreadTimeOut(true);
    }

    /**
     * Sends a canary now and waits for it.
     *
     * @throws ProbeFailed when it does not come through
     */
    public void prove() {
        Instant left = journal.now();
        proven(left, canary.fly());
    }

    /** Sends a canary unless the probe was seen working after an instant, or one is on its way; does not wait. */
    public void require(Instant instant) {
        synchronized (this) {
            if (underWay || down || lastSeen != null && !lastSeen.isBefore(instant)) {
                return;
            }
            underWay = true;
        }
        checkAfter(Duration.ZERO);
    }

    /** Up to when the probe is known to have seen everything; null when it was never seen working. */
    public synchronized Instant lastSeen() {
        return lastSeen;
    }

    public synchronized boolean isDown() {
        return down;
    }

    /** It has seen everything up to an instant. */
    public synchronized void seen(Instant upTo) {
        if (lastSeen == null || upTo.isAfter(lastSeen)) {
            lastSeen = upTo;
        }
    }

    /** It does not work, as far as can be told since it was last seen working. */
    public void lost(String detail) {
        synchronized (this) {
            if (down || checking.isShutdown()) {
                return;
            }
            down = true;
            up = false;
            stopped = journal.now();
            journal.probeChanged(system, false, detail, lastSeen);
            if (underWay) {
                return;
            }
            underWay = true;
        }
        checkAfter(tryAgain);
    }

    private void checkAfter(Duration delay) {
        try {
            checking.schedule(this::check, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            synchronized (this) {
                underWay = false;
            }
        }
    }

    private void check() {
        String trouble = null;
        try {
            prove();
        } catch (ProbeFailed lost) {
            trouble = lost.getMessage();
        } catch (RuntimeException broken) {
            trouble = "its canary broke: " + broken;
        }
        if (trouble != null) {
            lost(trouble);
        }
        boolean again;
        synchronized (this) {
            again = down;
            underWay = again;
        }
        if (again) {
            checkAfter(tryAgain);
        }
    }

    private synchronized void proven(Instant left, String proof) {
        if (left.isBefore(stopped)) {
            return;
        }
        seen(left);
        down = false;
        if (!up) {
            up = true;
            journal.probeChanged(system, true, proof);
        }
    }

    @Override
    public void close() {
        checking.shutdownNow();
    }
}
