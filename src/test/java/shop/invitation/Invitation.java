package shop.invitation;

import java.time.Instant;

/** An invitation with the names that mails and messages need. */
record Invitation(
        String id,
        String organisationId,
        String organisation,
        String email,
        String name,
        String inviterEmail,
        String inviterName,
        Instant expiresAt,
        boolean accepted) {}
