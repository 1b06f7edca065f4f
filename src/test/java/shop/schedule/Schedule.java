package shop.schedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import shop.database.Database;
import shop.database.Transaction;
import shop.json.Json;

/** The tasks that wait for their time. */
public final class Schedule {

    public static final String TABLES = """
            create table if not exists scheduled_task (
                position       bigint generated always as identity primary key,
                job            text not null,
                about          text not null,
                customer       text not null,
                correlation_id text not null,
                due_at         timestamptz not null,
                data           text not null,
                taken_at       timestamptz,
                done_at        timestamptz,
                failure        text
            );
            create index if not exists scheduled_task_open on scheduled_task (due_at) where done_at is null;
            """;

    /** Held back tasks are not due, however late it is. */
    private static final String DUE = """
            done_at is null and taken_at is null and due_at <= shop_now(customer)
            and not exists (select 1 from test_clock c where c.customer = scheduled_task.customer and c.held)
            """;

    private final Database database;

    public Schedule(Database database) {
        this.database = database;
    }

    record Taken(long position, Task task) {}

    public static void add(Transaction tx, Task task) {
        tx.update(
                "insert into scheduled_task (job, about, customer, correlation_id, due_at, data) values (?, ?, ?, ?, ?, ?)",
                task.job(),
                task.about(),
                task.customer(),
                task.correlationId(),
                task.dueAt().atOffset(ZoneOffset.UTC),
                Json.write(task.data()));
    }

    /** What was not taken yet is never done. Returns how many tasks that are. */
    public static int cancel(Transaction tx, String job, String about) {
        return tx.update(
                "delete from scheduled_task where job = ? and about = ? and taken_at is null and done_at is null",
                job,
                about);
    }

    /** How many tasks are due and not done, in all or of one correlation ID. */
    public int due(Optional<String> correlationId) {
        String sql =
                "select count(*) from scheduled_task where (" + DUE + " or (taken_at is not null and done_at is null))";
        return database.transaction(tx -> correlationId
                .map(id -> tx.first(sql + " and correlation_id = ?", row -> row.getInt(1), id))
                .orElseGet(() -> tx.first(sql, row -> row.getInt(1)))
                .orElse(0));
    }

    /** Tasks that are due, each given to one caller only. */
    List<Taken> take(int most) {
        return database.transaction(tx -> tx.list("""
                update scheduled_task set taken_at = clock_timestamp() where position in (
                    select position from scheduled_task where %s order by due_at limit %d for update skip locked)
                returning position, job, about, customer, correlation_id, due_at, data
                """.formatted(DUE, most), Schedule::taken));
    }

    /** Those that were taken by a Shop that has ended are taken again. */
    void giveBack() {
        database.transaction(tx ->
                tx.update("update scheduled_task set taken_at = null where done_at is null and taken_at is not null"));
    }

    static void done(Transaction tx, Taken taken, String failure) {
        tx.update(
                "update scheduled_task set done_at = clock_timestamp(), failure = ? where position = ?",
                failure,
                taken.position());
    }

    private static Taken taken(ResultSet row) throws SQLException {
        return new Taken(
                row.getLong(1),
                new Task(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        json(row.getString(7))));
    }

    private static JsonNode json(String text) {
        try {
            return Json.read(text, JsonNode.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a task holds no JSON", e);
        }
    }
}
