package shop.password;

import java.time.Instant;

/** A request for a new password: replaced by the next one, used by a new password. */
record PasswordReset(String id, String email, Instant expiresAt, boolean replaced, boolean used) {}
