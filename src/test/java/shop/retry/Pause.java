package shop.retry;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A parked wait that an interrupt ends at once. */
public final class Pause {

    private Pause() {}

    public static void of(Duration duration) throws InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }
}
