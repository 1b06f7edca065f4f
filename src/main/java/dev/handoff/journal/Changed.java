package dev.handoff.journal;

import java.time.Instant;

/**
 * A later state of an effect that was captured before: its row was updated, or deleted. It is no second effect, and it
 * belongs to whoever the effect belongs to.
 *
 * @param captured the index of the effect
 * @param occurred when it changed
 * @param content what it is from then on; empty when it is gone
 * @param gone whether its system has it no more
 * @param contract whether what it is from then on keeps its contract, as it came; null when there is none, or it is gone
 */
public record Changed(
        long index, Instant at, long captured, Interval occurred, Message content, boolean gone, Checked contract)
        implements Entry {}
