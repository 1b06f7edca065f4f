package shop.ticket;

import java.util.Optional;
import shop.database.Transaction;

/** The tickets in the database. */
final class Tickets {

    static final String TABLES = """
            create table if not exists ticket (
                ticket_id       text primary key,
                email           text not null,
                subject         text not null,
                priority        text not null,
                opened_at       timestamptz not null default clock_timestamp(),
                acknowledged_by text,
                acknowledged_at timestamptz
            );
            """;

    private Tickets() {}

    static void add(Transaction tx, Ticket ticket) {
        tx.update(
                "insert into ticket (ticket_id, email, subject, priority) values (?, ?, ?, ?)",
                ticket.id(),
                ticket.email(),
                ticket.subject(),
                ticket.priority().name());
    }

    static Optional<Ticket> find(Transaction tx, String id) {
        return tx.first(
                "select ticket_id, email, subject, priority, acknowledged_at is not null from ticket where ticket_id = ?",
                row -> new Ticket(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        Priority.valueOf(row.getString(4)),
                        row.getBoolean(5)),
                id);
    }

    /** Returns whether nobody has acknowledged it before. */
    static boolean acknowledge(Transaction tx, String id, String agent) {
        return tx.update("""
                        update ticket set acknowledged_by = ?, acknowledged_at = clock_timestamp()
                        where ticket_id = ? and acknowledged_at is null
                        """, agent, id) == 1;
    }
}
