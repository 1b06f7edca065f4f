package shop.activity;

/** Counts the pieces of work that have begun and not ended. */
public final class Activity {

    private int running;
    private long begun;

    /** A piece of work, which ends when it is closed. */
    public interface Work extends AutoCloseable {
        @Override
        void close();
    }

    /** Two readings with the same {@code begun} and nothing {@code running}: nothing ran between them. */
    public record Reading(int running, long begun) {}

    public synchronized Work begin() {
        running++;
        begun++;
        return this::end;
    }

    public synchronized Reading read() {
        return new Reading(running, begun);
    }

    private synchronized void end() {
        running--;
    }
}
