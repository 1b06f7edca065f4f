package dev.handoff.journal;

import java.time.Instant;

/** The index and the time that an entry gets. */
record Stamp(long index, Instant at) {}
