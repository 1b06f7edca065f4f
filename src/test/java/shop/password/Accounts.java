package shop.password;

import java.util.List;
import java.util.Optional;
import shop.database.Transaction;

/** Customers' accounts, their sessions, and what was done to them. */
final class Accounts {

    static final String TABLES = """
            create table if not exists customer_account (
                email         text primary key,
                name          text not null,
                password_hash text not null,
                created_at    timestamptz not null default clock_timestamp()
            );
            create table if not exists customer_session (
                session_id text primary key,
                email      text not null references customer_account,
                begun_at   timestamptz not null default clock_timestamp(),
                ended_at   timestamptz
            );
            create index if not exists customer_session_by_email on customer_session (email);
            create table if not exists audit_entry (
                entry_id    bigint generated always as identity primary key,
                email       text not null,
                what        text not null,
                recorded_at timestamptz not null default clock_timestamp()
            );
            """;

    private Accounts() {}

    /** Returns whether the email was free. */
    static boolean add(Transaction tx, String email, String name, String passwordHash) {
        return tx.update(
                        "insert into customer_account (email, name, password_hash) values (?, ?, ?) on conflict do nothing",
                        email,
                        name,
                        passwordHash)
                == 1;
    }

    static Optional<String> passwordHash(Transaction tx, String email) {
        return tx.first("select password_hash from customer_account where email = ?", row -> row.getString(1), email);
    }

    static void setPassword(Transaction tx, String email, String passwordHash) {
        tx.update("update customer_account set password_hash = ? where email = ?", passwordHash, email);
    }

    static void beginSession(Transaction tx, String sessionId, String email) {
        tx.update("insert into customer_session (session_id, email) values (?, ?)", sessionId, email);
    }

    /** Ends all of a customer's sessions, and returns which were open. */
    static List<String> endSessions(Transaction tx, String email) {
        return tx.list("""
                update customer_session set ended_at = clock_timestamp() where email = ? and ended_at is null
                returning session_id
                """, row -> row.getString(1), email);
    }

    static void audit(Transaction tx, String email, String what) {
        tx.update("insert into audit_entry (email, what) values (?, ?)", email, what);
    }
}
