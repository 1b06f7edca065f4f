package shop.signup;

import java.util.Optional;
import shop.database.Transaction;

/** Users, organisations, entitlements and activation tokens in the database. */
public final class Signups {

    public static final String TABLES = """
            create table if not exists organisation (
                organisation_id  text primary key,
                name             text not null,
                status           text not null,
                billing_trial_id text,
                created_at       timestamptz not null default clock_timestamp()
            );
            create table if not exists app_user (
                user_id         text primary key,
                organisation_id text not null references organisation,
                email           text not null,
                name            text not null,
                source          text not null,
                status          text not null,
                created_at      timestamptz not null default clock_timestamp()
            );
            create unique index if not exists app_user_by_email on app_user (lower(email));
            create table if not exists entitlement (
                organisation_id text not null references organisation,
                plan            text not null,
                granted_at      timestamptz not null default clock_timestamp(),
                primary key (organisation_id, plan)
            );
            create table if not exists activation (
                user_id    text primary key references app_user,
                token      text not null unique,
                created_at timestamptz not null default clock_timestamp()
            );
            """;

    private Signups() {}

    /** A signup as its caller sees it. */
    record View(
            String userId,
            String organisationId,
            String email,
            String name,
            String organisation,
            String plan,
            String source,
            String status) {}

    /** Returns whether the email was free; if it was not, the transaction must be given up. */
    static boolean add(Transaction tx, Signup signup, String name, String organisation) {
        tx.update(
                "insert into organisation (organisation_id, name, status) values (?, ?, 'provisioning')",
                signup.organisationId(),
                organisation);
        tx.update(
                "insert into entitlement (organisation_id, plan) values (?, ?)",
                signup.organisationId(),
                signup.plan());
        return tx.update("""
                        insert into app_user (user_id, organisation_id, email, name, source, status)
                        values (?, ?, ?, ?, ?, 'trial') on conflict do nothing
                        """, signup.userId(), signup.organisationId(), signup.email(), name, signup.source()) == 1;
    }

    static Optional<View> find(Transaction tx, String userId) {
        return tx.first(
                """
                select u.user_id, o.organisation_id, u.email, u.name, o.name, e.plan, u.source, u.status
                from app_user u join organisation o using (organisation_id) join entitlement e using (organisation_id)
                where u.user_id = ? order by e.granted_at desc limit 1
                """,
                row -> new View(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8)),
                userId);
    }

    static void provisioned(Transaction tx, Signup signup, String trialId) {
        tx.update(
                "update organisation set status = 'trial', billing_trial_id = ? where organisation_id = ?",
                trialId,
                signup.organisationId());
    }

    /** The user's token: the offered one unless there is one already. */
    static String token(Transaction tx, String userId, String offered) {
        tx.update(
                "insert into activation (user_id, token) values (?, ?) on conflict (user_id) do nothing",
                userId,
                offered);
        return tx.first("select token from activation where user_id = ?", row -> row.getString(1), userId)
                .orElseThrow();
    }

    /** Returns whether anybody has this token. */
    static boolean activate(Transaction tx, String token) {
        return tx.update("""
                        update app_user set status = 'active'
                        where user_id = (select user_id from activation where token = ?)
                        """, token) == 1;
    }
}
