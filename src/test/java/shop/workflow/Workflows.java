package shop.workflow;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

    /** Where a workflow stands. */
    public record Standing(String workflow, String stage) {}

    private record Taken(String workflow, String step) {}

    public static void begin(Transaction tx, WorkflowDefinition workflow, String subjectId, String correlationId) {
        tx.update(
                "insert into workflow (subject_id, name, correlation_id) values (?, ?, ?)",
                subjectId,
                workflow.name(),
                correlationId);
    }

    public static void take(Transaction tx, String subjectId, String step) {
        tx.update("insert into workflow_step (subject_id, step) values (?, ?) on conflict do nothing", subjectId, step);
    }

    /** The workflow that was begun last under this correlation ID. */
    Optional<Standing> standing(String correlationId) {
        List<Taken> taken = database.transaction(
                tx -> tx.list("""
                select workflow.name, workflow_step.step from workflow left join workflow_step using (subject_id)
                where subject_id = (select subject_id from workflow where correlation_id = ? order by position desc limit 1)
                """, row -> new Taken(row.getString(1), row.getString(2)), correlationId));
        return taken.stream().findFirst().map(any -> standing(any.workflow(), taken));
    }

    private Standing standing(String workflow, List<Taken> taken) {
        Set<String> steps =
                taken.stream().map(Taken::step).filter(Objects::nonNull).collect(Collectors.toSet());
        return new Standing(workflow, definitions.get(workflow).stageAfter(steps));
    }
}
