package dev.handoff.run;

import dev.handoff.journal.Snapshot;
import dev.handoff.recording.Judged;

/** A judged expectation and the snapshot that it was judged by. */
public record Judgement(Judged judged, Snapshot snapshot) {}
