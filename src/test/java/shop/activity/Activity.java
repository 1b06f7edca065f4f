package shop.activity;

import java.util.HashMap;
import java.util.Map;

/** Counts the pieces of work that have begun and not ended, in all and for each correlation ID. */
public final class Activity {

    private static final int MOST_REMEMBERED = 100_000;

    private final Map<String, Tally> byCorrelation = new HashMap<>();
    private final Tally all = new Tally();

    /** A piece of work, which ends when it is closed. */
    public interface Work extends AutoCloseable {
        @Override
        void close();
    }

    /** Two readings with the same {@code begun} and nothing {@code running}: nothing ran between them. */
    public record Reading(int running, long begun) {}

    /** Work that is not done for one request alone. */
    public synchronized Work begin() {
        all.begin();
        return () -> end(all);
    }

    /** Work that a request has caused. */
    public synchronized Work begin(String correlationId) {
        if (byCorrelation.size() > MOST_REMEMBERED) {
            byCorrelation.values().removeIf(tally -> tally.running == 0);
        }
        Tally own = byCorrelation.computeIfAbsent(correlationId, none -> new Tally());
        all.begin();
        own.begin();
        return () -> end(all, own);
    }

    public synchronized Reading read() {
        return all.read();
    }

    public synchronized Reading read(String correlationId) {
        return byCorrelation.getOrDefault(correlationId, new Tally()).read();
    }

    private synchronized void end(Tally... tallies) {
        for (Tally tally : tallies) {
            tally.running--;
        }
    }

    private static final class Tally {
        private int running;
        private long begun;

        void begin() {
            running++;
            begun++;
        }

        Reading read() {
            return new Reading(running, begun);
        }
    }
}
