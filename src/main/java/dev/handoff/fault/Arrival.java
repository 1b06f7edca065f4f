package dev.handoff.fault;

import dev.handoff.journal.Message;
import java.time.Instant;

/**
 * A request as a fault sees it, before anything of it has taken effect.
 *
 * @param effect what it would be; null for one that is no effect, as when a system is only asked for what it has
 * @param at when it came
 */
public record Arrival(String effect, Message content, Instant at) {}
