package shop.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import shop.clock.Clocks;
import shop.database.Transaction;
import shop.schedule.Schedule;
import shop.schedule.Task;

/** The approvals in the database, and each step of theirs. */
public final class Approvals {

    static final String TABLES = """
            create table if not exists approval_task (
                task_id        text primary key,
                kind           text not null,
                subject_id     text not null,
                customer       text not null,
                requester      text not null,
                role           text not null,
                status         text not null,
                correlation_id text not null,
                created_at     timestamptz not null default clock_timestamp()
            );
            create index if not exists approval_task_by_subject on approval_task (subject_id);
            create table if not exists approval_step (
                step_id    bigint generated always as identity primary key,
                task_id    text not null references approval_task,
                subject_id text not null,
                state      text not null,
                role       text not null,
                actor      text not null,
                taken_at   timestamptz not null default clock_timestamp()
            );
            create index if not exists approval_step_by_subject on approval_step (subject_id);
            """;

    static final String ESCALATE = "approval-escalation";
    static final String EXPIRE = "approval-expiry";
    static final String NOBODY = "the clock";

    private static final String SELECT =
            "select task_id, kind, subject_id, customer, requester, role, status, correlation_id from approval_task";

    private Approvals() {}

    record About(String taskId) {}

    /** Asks for it; whoever waits for the decision is told by a message. */
    public static void ask(
            Transaction tx, Policy policy, String subjectId, String customer, String requester, String correlationId) {
        String id = "ap_" + UUID.randomUUID().toString().replace("-", "");
        tx.update("""
                insert into approval_task (task_id, kind, subject_id, customer, requester, role, status, correlation_id)
                values (?, ?, ?, ?, ?, ?, 'open', ?)
                """, id, policy.kind(), subjectId, customer, requester, policy.role(), correlationId);
        note(tx, id, subjectId, "requested", policy.role(), requester);
        Instant now = Clocks.now(tx, customer);
        Schedule.add(
                tx, Task.of(ESCALATE, id, customer, correlationId, now.plus(policy.escalateAfter()), new About(id)));
        Schedule.add(tx, Task.of(EXPIRE, id, customer, correlationId, now.plus(policy.expireAfter()), new About(id)));
    }

    /** Nobody else can decide it until this transaction ends. */
    static Optional<Approval> lock(Transaction tx, String taskId) {
        return tx.first(SELECT + " where task_id = ? for update", Approvals::approval, taskId);
    }

    static List<Approval> openOf(Transaction tx, String role) {
        return tx.list(
                SELECT + " where role = ? and status = 'open' order by created_at limit 100",
                Approvals::approval,
                role);
    }

    static void close(Transaction tx, Approval approval, String status, String actor) {
        tx.update("update approval_task set status = ? where task_id = ?", status, approval.taskId());
        note(tx, approval.taskId(), approval.subjectId(), status, approval.role(), actor);
        Schedule.cancel(tx, ESCALATE, approval.taskId());
        Schedule.cancel(tx, EXPIRE, approval.taskId());
    }

    static void escalate(Transaction tx, Approval approval, String role) {
        tx.update("update approval_task set role = ? where task_id = ?", role, approval.taskId());
        note(tx, approval.taskId(), approval.subjectId(), "escalated", role, NOBODY);
    }

    private static void note(Transaction tx, String id, String subjectId, String state, String role, String actor) {
        tx.update(
                "insert into approval_step (task_id, subject_id, state, role, actor) values (?, ?, ?, ?, ?)",
                id,
                subjectId,
                state,
                role,
                actor);
    }

    private static Approval approval(ResultSet row) throws SQLException {
        return new Approval(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8));
    }
}
