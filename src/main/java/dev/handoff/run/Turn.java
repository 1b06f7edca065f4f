package dev.handoff.run;

import java.util.concurrent.locks.Lock;

/** The time in which a scenario may act; used by one thread. */
public final class Turn {

    private final Lock lock;
    private boolean over;

    Turn(Lock lock) {
        this.lock = lock;
    }

    /** Lets those begin that waited for it; a second time does nothing. */
    public void end() {
        if (!over) {
            over = true;
            lock.unlock();
        }
    }
}
