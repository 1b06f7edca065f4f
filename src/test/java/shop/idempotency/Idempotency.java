package shop.idempotency;

import io.javalin.http.Context;
import java.util.Optional;
import shop.database.Database;
import shop.database.Transaction;
import shop.http.Answer;
import shop.http.Problem;
import shop.http.Respond;
import shop.json.Json;

/** Keeps the answer to each request that came with an {@code Idempotency-Key}, in the transaction that the request ran in. */
public final class Idempotency {

    public static final String TABLES = """
            create table if not exists idempotent_answer (
                operation  text not null,
                key        text not null,
                request    text not null,
                status     integer,
                location   text,
                body       text,
                created_at timestamptz not null default clock_timestamp(),
                primary key (operation, key)
            );
            """;

    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 255;

    private final Database database;

    public Idempotency(Database database) {
        this.database = database;
    }

    private record Kept(String request, Answer answer) {}

    /** Does the work and answers, or gives the answer that was given before. Nothing is kept if the work throws. */
    public void respond(Context ctx, String operation, Object request, Database.Work<Answer> work) {
        String key = ctx.header(HEADER);
        if (key == null) {
            Respond.answer(ctx, database.transaction(work));
            return;
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.malformed("An " + HEADER + " has 1 to " + LONGEST_KEY + " characters.");
        }
        String content = Json.write(request);
        Optional<Answer> done = database.transaction(tx ->
                claim(tx, operation, key, content) ? Optional.of(keep(tx, operation, key, work)) : Optional.empty());
        Respond.answer(ctx, done.orElseGet(() -> replay(ctx, operation, key, content)));
    }

    /** Waits while another transaction holds the same key, and fails to claim it once that one has committed. */
    private static boolean claim(Transaction tx, String operation, String key, String content) {
        return tx.update(
                        "insert into idempotent_answer (operation, key, request) values (?, ?, ?) on conflict do nothing",
                        operation,
                        key,
                        content)
                == 1;
    }

    private static Answer keep(Transaction tx, String operation, String key, Database.Work<Answer> work) {
        Answer answer = work.in(tx);
        tx.update(
                "update idempotent_answer set status = ?, location = ?, body = ? where operation = ? and key = ?",
                answer.status(),
                answer.location().orElse(null),
                answer.body(),
                operation,
                key);
        return answer;
    }

    private Answer replay(Context ctx, String operation, String key, String content) {
        Kept kept = database.transaction(tx -> tx.first(
                        "select request, status, location, body from idempotent_answer where operation = ? and key = ?",
                        row -> new Kept(
                                row.getString(1),
                                new Answer(row.getInt(2), Optional.ofNullable(row.getString(3)), row.getString(4))),
                        operation,
                        key))
                .orElseThrow();
        if (!kept.request().equals(content)) {
            throw Problem.unacceptable("This " + HEADER + " was used for another request.");
        }
        ctx.header("Idempotent-Replayed", "true");
        return kept.answer();
    }
}
