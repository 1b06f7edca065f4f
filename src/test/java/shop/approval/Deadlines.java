package shop.approval;

import java.util.Map;
import java.util.function.BiConsumer;
import shop.database.Transaction;
import shop.schedule.Job;

/** What happens to approvals that nobody decides. */
final class Deadlines {

    private final Decisions decisions;
    private final Map<String, Policy> policies;

    Deadlines(Decisions decisions, Map<String, Policy> policies) {
        this.decisions = decisions;
        this.policies = policies;
    }

    Map<String, Job> jobs() {
        return Map.of(
                Approvals.ESCALATE,
                ifOpen((tx, approval) -> Approvals.escalate(
                        tx, approval, policies.get(approval.kind()).nextRole())),
                Approvals.EXPIRE,
                ifOpen((tx, approval) -> decisions.decide(tx, approval, "expired", Approvals.NOBODY)));
    }

    private static Job ifOpen(BiConsumer<Transaction, Approval> change) {
        return task -> tx -> Approvals.lock(tx, task.about())
                .filter(Approval::isOpen)
                .ifPresent(approval -> change.accept(tx, approval));
    }
}
