package dev.handoff.journal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Time that passes only when it is told to, for a journal of the past. */
public final class ToldClock {

    private final Instant start;
    private long nanos;

    public ToldClock(Instant start) {
        this.start = start;
    }

    public Journal journal(JournalSettings settings) {
        return new Journal(settings, Sink.NOWHERE, new RunClock(Clock.fixed(start, ZoneOffset.UTC), () -> nanos));
    }

    /** It is now so many milliseconds after the start. */
    public void is(long millis) {
        nanos = millis * 1_000_000;
    }
}
