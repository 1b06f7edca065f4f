package dev.handoff.fault;

import java.util.List;

/**
 * A mail that was taken and comes back.
 *
 * @param captured the index under which it is on record
 * @param recipients as they stand on the envelope
 * @param messageId without angle brackets; empty when the mail has none
 */
public record Bounced(long captured, List<String> recipients, String messageId, String subject) {

    public Bounced {
        recipients = List.copyOf(recipients);
    }
}
