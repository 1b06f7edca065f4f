package dev.handoff.run;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Lets scenarios run side by side, but for those that must be alone. A scenario waits for its turn before anything of it
 * has begun, in the order of arrival, so that nobody waits for ever. There is one lock only: which systems an action
 * reaches is the application's secret, so whoever disturbs one system disturbs everybody.
 */
final class Turns {

    private final ReadWriteLock order = new ReentrantReadWriteLock(true);

    /** Waits for a turn; it is ended by the thread that took it. */
    Turn take(boolean alone) {
        Lock lock = alone ? order.writeLock() : order.readLock();
        lock.lock();
        return new Turn(lock);
    }
}
