package dev.handoff.run;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets scenarios run side by side, but for those that must be alone. A scenario waits for its turn before anything of it
 * has begun. Those that need not be alone go first: each of the others would empty the machine once, and a run has an end,
 * so that nobody waits for ever. There is one order only: which systems an action reaches is the application's secret, so
 * whoever disturbs one system disturbs everybody.
 */
final class Turns {

    private final ReentrantLock monitor = new ReentrantLock(true);
    private final Condition ended = monitor.newCondition();
    private int together;
    private int waitingForOneAlone;
    private boolean oneAlone;

    /** Waits for a turn. */
    Turn take(boolean alone) {
        monitor.lock();
        try {
            if (alone) {
                beAlone();
                return new Turn(this::endAlone);
            }
            join();
            return new Turn(this::leave);
        } finally {
            monitor.unlock();
        }
    }

    private void beAlone() {
        while (oneAlone || together > 0 || waitingForOneAlone > 0) {
            ended.awaitUninterruptibly();
        }
        oneAlone = true;
    }

    private void join() {
        waitingForOneAlone++;
        while (oneAlone) {
            ended.awaitUninterruptibly();
        }
        waitingForOneAlone--;
        together++;
    }

    private void endAlone() {
        end(() -> oneAlone = false);
    }

    private void leave() {
        end(() -> together--);
    }

    private void end(Runnable turn) {
        monitor.lock();
        try {
            turn.run();
            ended.signalAll();
        } finally {
            monitor.unlock();
        }
    }
}
