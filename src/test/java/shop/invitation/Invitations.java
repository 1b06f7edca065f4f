package shop.invitation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import shop.database.Transaction;

/** Invitations in the database, and the organisations and users that they are about. */
final class Invitations {

    static final String TABLES = """
            create table if not exists invitation (
                invitation_id   text primary key,
                organisation_id text not null references organisation,
                invited_by      text not null references app_user,
                email           text not null,
                name            text not null,
                expires_at      timestamptz not null,
                accepted_at     timestamptz,
                bounced_at      timestamptz,
                created_at      timestamptz not null default clock_timestamp()
            );
            """;

    private Invitations() {}

    /** An organisation as sales sets it up, with its first member. */
    static void addOrganisation(Transaction tx, String organisationId, String name) {
        tx.update(
                "insert into organisation (organisation_id, name, status) values (?, ?, 'active')",
                organisationId,
                name);
    }

    /** Returns whether the email was free. */
    static boolean addUser(
            Transaction tx, String userId, String organisationId, String email, String name, String source) {
        return tx.update("""
                        insert into app_user (user_id, organisation_id, email, name, source, status)
                        values (?, ?, ?, ?, ?, 'active') on conflict do nothing
                        """, userId, organisationId, email, name, source) == 1;
    }

    static Optional<String> organisationOf(Transaction tx, String userId) {
        return tx.first("select organisation_id from app_user where user_id = ?", row -> row.getString(1), userId);
    }

    static boolean isUser(Transaction tx, String email) {
        return tx.exists("select 1 from app_user where lower(email) = lower(?)", email);
    }

    static void add(
            Transaction tx,
            String id,
            String organisationId,
            String invitedBy,
            String email,
            String name,
            Instant expiresAt) {
        tx.update("""
                insert into invitation (invitation_id, organisation_id, invited_by, email, name, expires_at)
                values (?, ?, ?, ?, ?, ?)
                """, id, organisationId, invitedBy, email, name, expiresAt.atOffset(ZoneOffset.UTC));
    }

    static Optional<Invitation> find(Transaction tx, String id) {
        return tx.first(
                """
                select i.invitation_id, i.organisation_id, o.name, i.email, i.name, u.email, u.name, i.expires_at,
                       i.accepted_at is not null
                from invitation i join organisation o using (organisation_id) join app_user u on u.user_id = i.invited_by
                where i.invitation_id = ?
                """,
                row -> new Invitation(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getObject(8, OffsetDateTime.class).toInstant(),
                        row.getBoolean(9)),
                id);
    }

    /** Returns whether there is one that has not come back before. */
    static boolean cameBack(Transaction tx, String id) {
        return tx.update(
                        "update invitation set bounced_at = clock_timestamp() where invitation_id = ? and bounced_at is null",
                        id)
                == 1;
    }

    /** Returns whether nobody has accepted it before. */
    static boolean accept(Transaction tx, String id) {
        return tx.update(
                        "update invitation set accepted_at = clock_timestamp() where invitation_id = ? and accepted_at is null",
                        id)
                == 1;
    }
}
