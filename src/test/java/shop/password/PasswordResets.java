package shop.password;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import shop.database.Transaction;

/** The requests for new passwords in the database. */
final class PasswordResets {

    static final String TABLES = """
            create table if not exists password_reset (
                reset_id     text primary key,
                email        text not null references customer_account,
                expires_at   timestamptz not null,
                replaced_at  timestamptz,
                used_at      timestamptz,
                requested_at timestamptz not null default clock_timestamp()
            );
            create index if not exists password_reset_by_email on password_reset (email);
            """;

    private PasswordResets() {}

    static void replaceAll(Transaction tx, String email) {
        tx.update(
                "update password_reset set replaced_at = clock_timestamp() where email = ? and replaced_at is null",
                email);
    }

    static void add(Transaction tx, String id, String email, Instant expiresAt) {
        tx.update(
                "insert into password_reset (reset_id, email, expires_at) values (?, ?, ?)",
                id,
                email,
                expiresAt.atOffset(ZoneOffset.UTC));
    }

    static Optional<PasswordReset> find(Transaction tx, String id) {
        return tx.first(
                """
                select reset_id, email, expires_at, replaced_at is not null, used_at is not null
                from password_reset where reset_id = ?
                """,
                row -> new PasswordReset(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getBoolean(4),
                        row.getBoolean(5)),
                id);
    }

    /** Returns whether nobody has used it before. */
    static boolean use(Transaction tx, String id) {
        return tx.update(
                        "update password_reset set used_at = clock_timestamp() where reset_id = ? and used_at is null",
                        id)
                == 1;
    }
}
