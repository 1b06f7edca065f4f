package shop.approval;

import shop.database.Transaction;
import shop.messaging.Channel;
import shop.messaging.Message;
import shop.outbox.Outbox;

/** Ends approvals, and tells those who wait for the decision. */
final class Decisions {

    private final Outbox outbox;

    Decisions(Outbox outbox) {
        this.outbox = outbox;
    }

    private record Decided(String taskId, String subjectId, String decision) {}

    void decide(Transaction tx, Approval approval, String decision, String actor) {
        Approvals.close(tx, approval, decision, actor);
        outbox.add(
                tx,
                Message.of(
                                approval.kind() + "." + decision,
                                approval.correlationId(),
                                new Decided(approval.taskId(), approval.subjectId(), decision))
                        .on(Channel.COMMANDS, approval.subjectId()));
    }
}
