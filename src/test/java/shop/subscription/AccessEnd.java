package shop.subscription;

import shop.inbox.Handler;
import shop.messaging.Channel;
import shop.messaging.Message;
import shop.outbox.Outbox;
import shop.retry.GivenUp;
import shop.schedule.Job;
import shop.schedule.Task;
import shop.workflow.Workflows;

/** Closes the access when what was paid has ended. */
final class AccessEnd implements Job, Handler {

    static final String JOB = "subscription.end";

    private final Access access;
    private final Outbox outbox;

    AccessEnd(Access access, Outbox outbox) {
        this.access = access;
        this.outbox = outbox;
    }

    @Override
    public Changes run(Task task) {
        Cancellation cancellation = task.data(Cancellation.class);
        return tx -> outbox.add(
                tx,
                Message.of(CancellationWorkflow.ENDED, task.correlationId(), cancellation)
                        .on(Channel.COMMANDS, cancellation.subscriptionId()));
    }

    @Override
    public Changes handle(Message message) throws GivenUp, InterruptedException {
        Cancellation cancellation = message.data(Cancellation.class);
        access.close(cancellation, message.correlationId());
        return tx -> Workflows.take(tx, cancellation.subscriptionId(), CancellationWorkflow.ACCESS_CLOSED);
    }
}
