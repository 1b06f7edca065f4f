package shop.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import shop.database.Database;
import shop.database.Transaction;

/** Remembers which workflow a request began, and which steps it has taken. Steps only ever get more. */
public final class Workflows {

    public static final String TABLES = """
            create table if not exists workflow (
                subject_id     text primary key,
                name           text not null,
                correlation_id text not null,
                begun_at       timestamptz not null default clock_timestamp(),
                position       bigint generated always as identity
            );
            create index if not exists workflow_by_correlation on workflow (correlation_id, position);
            create table if not exists workflow_step (
                subject_id text not null,
                step       text not null,
                taken_at   timestamptz not null default clock_timestamp(),
                primary key (subject_id, step)
            );
            """;

    private final Database database;
    private final Map<String, WorkflowDefinition> definitions;

    public Workflows(Database database, List<WorkflowDefinition> definitions) {
        this.database = database;
        this.definitions =
                definitions.stream().collect(Collectors.toMap(WorkflowDefinition::name, Function.identity()));
    }

    /**
     * Where a workflow stands.
     *
     * @param checkpoints the stages that it has reached, and when
     */
    public record Standing(String workflow, String stage, List<Checkpoint> checkpoints) {}

    /** A stage that was reached; {@code at} is ISO 8601. */
    public record Checkpoint(String name, String at) {}

    private record Taken(String workflow, Instant begun, String step, Instant at) {}

    public static void begin(Transaction tx, WorkflowDefinition workflow, String subjectId, String correlationId) {
        tx.update(
                "insert into workflow (subject_id, name, correlation_id) values (?, ?, ?)",
                subjectId,
                workflow.name(),
                correlationId);
    }

    /** The ID of the request that began it. */
    public static String correlationOf(Transaction tx, String subjectId) {
        return tx.first("select correlation_id from workflow where subject_id = ?", row -> row.getString(1), subjectId)
                .orElseThrow(() -> new IllegalArgumentException("no workflow was begun for " + subjectId));
    }

    public static void take(Transaction tx, String subjectId, String step) {
        tx.update("insert into workflow_step (subject_id, step) values (?, ?) on conflict do nothing", subjectId, step);
    }

    /** The workflow that was begun last under this correlation ID. */
    Optional<Standing> standing(String correlationId) {
        List<Taken> taken = database.transaction(tx -> tx.list("""
                select workflow.name, workflow.begun_at, workflow_step.step, workflow_step.taken_at
                from workflow left join workflow_step using (subject_id)
                where subject_id = (select subject_id from workflow where correlation_id = ? order by position desc limit 1)
                """, Workflows::taken, correlationId));
        return taken.stream().findFirst().map(any -> standing(any, taken));
    }

    private static Taken taken(ResultSet row) throws SQLException {
        return new Taken(row.getString(1), instant(row, 2), row.getString(3), instant(row, 4));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private Standing standing(Taken workflow, List<Taken> taken) {
        Map<String, Instant> steps =
                taken.stream().filter(each -> each.step() != null).collect(Collectors.toMap(Taken::step, Taken::at));
        WorkflowDefinition definition = definitions.get(workflow.workflow());
        List<Checkpoint> reached = definition.stages().stream()
                .filter(stage -> steps.keySet().containsAll(stage.steps()))
                .map(stage -> new Checkpoint(
                        stage.name(), stage.reached(workflow.begun(), steps).toString()))
                .toList();
        return new Standing(workflow.workflow(), definition.stageAfter(steps.keySet()), reached);
    }
}
