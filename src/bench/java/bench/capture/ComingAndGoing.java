package bench.capture;

import dev.handoff.journal.Journal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Scenarios begin before their requests come, and end some time after, as in a run. */
final class ComingAndGoing {

    private static final int AHEAD = 2_000;
    private static final int BEHIND = 64;

    private final Journal journal;
    private final AtomicLong captured;
    private int begun;
    private int ended;

    ComingAndGoing(Journal journal, AtomicLong captured) {
        this.journal = journal;
        this.captured = captured;
    }

    void start() {
        keepUp();
        Thread thread = new Thread(this::keepUpForEver, "scenarios");
        thread.setDaemon(true);
        thread.start();
    }

    private void keepUpForEver() {
        while (true) {
            keepUp();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    private void keepUp() {
        long now = captured.get() / Capturing.OF_A_SCENARIO;
        while (begun < now + AHEAD) {
            journal.startScenario(PostedOrder.correlationId(begun), "Order " + begun, "orders.feature", 1, List.of());
            begun++;
        }
        while (ended < now - BEHIND) {
            journal.endScenario(PostedOrder.correlationId(ended));
            ended++;
        }
    }
}
