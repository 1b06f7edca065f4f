package dev.handoff.environment;

import dev.handoff.fault.Outage;
import dev.handoff.journal.Journal;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A server that is away for the application, whoever it works for, and there for Handoff's probes. It has met something
 * when the application was refused a connection.
 */
final class PassageOutage implements Outage {

    private static final String FAULT = "is down";

    private final String system;
    private final Passage passage;
    private final Journal journal;
    private final Set<String> unmet = new HashSet<>();
    private final Duration noticed;
    private String by;

    PassageOutage(String system, Passage passage, Journal journal) {
        this(system, passage, journal, Duration.ofSeconds(5));
    }

    /**
     * The same with another patience.
     *
     * @param noticed how long the application may take to notice
     */
    PassageOutage(String system, Passage passage, Journal journal, Duration noticed) {
        this.noticed = noticed;
        this.system = system;
        this.passage = passage;
        this.journal = journal;
    }

    @Override
    public synchronized void down(String scenario) {
        by = scenario;
        unmet.add(scenario);
        journal.faultPlanned(scenario, system, FAULT);
        passage.shut(() -> refused(scenario));
    }

    private synchronized void refused(String scenario) {
        if (scenario.equals(by) && unmet.remove(scenario)) {
            journal.faultFired(scenario, system, FAULT, 0);
            notifyAll();
        }
    }

    /** The outage lasts until the application has met it, or seems not to need the system at all. */
    @Override
    public synchronized void up(String scenario) {
        try {
            long left = noticed.toMillis();
            long until = System.nanoTime() + noticed.toNanos();
            while (unmet.contains(scenario) && left > 0) {
                wait(left);
                left = (until - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        open(scenario);
    }

    private void open(String scenario) {
        if (scenario.equals(by)) {
            by = null;
            passage.open();
        }
    }

    @Override
    public synchronized void end(String scenario) {
        open(scenario);
        unmet.remove(scenario);
    }

    @Override
    public synchronized Collection<String> unmet(String scenario) {
        return unmet.contains(scenario) ? List.of(system + " " + FAULT) : List.of();
    }
}
