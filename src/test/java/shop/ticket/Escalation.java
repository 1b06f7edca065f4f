package shop.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import shop.clock.Clocks;
import shop.database.Database;
import shop.database.Transaction;
import shop.defect.Defects;
import shop.inbox.Handler;
import shop.messaging.Channel;
import shop.messaging.Message;
import shop.outbox.Outbox;
import shop.retry.GivenUp;
import shop.schedule.Job;
import shop.schedule.Schedule;
import shop.schedule.Task;
import shop.workflow.Workflows;

/** Wakes whoever is on call, once, if nobody has acknowledged an urgent ticket in time by the customer's clock. */
final class Escalation implements Job {

    private static final Duration AGAIN = Duration.ofMinutes(15);

    private final Database database;
    private final OnCall onCall;
    private final Outbox outbox;
    private final Defects defects;

    Escalation(Database database, OnCall onCall, Outbox outbox, Defects defects) {
        this.database = database;
        this.onCall = onCall;
        this.outbox = outbox;
        this.defects = defects;
    }

    void plan(Transaction tx, Ticket ticket, String correlationId) {
        limit(ticket.priority())
                .ifPresent(limit -> add(
                        tx,
                        ticket,
                        correlationId,
                        Clocks.now(tx, ticket.email()).plus(limit)));
    }

    private Optional<Duration> limit(Priority priority) {
        Priority meant = defects.has(TicketDefect.EVERY_TICKET_ESCALATES) ? Priority.URGENT : priority;
        return defects.has(TicketDefect.ESCALATION_IN_MINUTES)
                ? meant.escalatesAfter().map(limit -> Duration.ofMinutes(limit.toHours()))
                : meant.escalatesAfter();
    }

    private void add(Transaction tx, Ticket ticket, String correlationId, Instant dueAt) {
        String job = defects.has(TicketDefect.ESCALATION_NEVER_FIRES) ? "ticket.escalation" : TicketWorkflow.ESCALATE;
        Schedule.add(tx, Task.of(job, ticket.id(), ticket.email(), correlationId, dueAt, TicketNews.of(ticket)));
    }

    @Override
    public Handler.Changes run(Task task) throws GivenUp, InterruptedException {
        Ticket ticket = database.transaction(tx -> Tickets.find(tx, task.about()))
                .orElseThrow(() -> new GivenUp("there is no ticket " + task.about()));
        if (ticket.acknowledged() && !defects.has(TicketDefect.ESCALATION_DESPITE_ACKNOWLEDGEMENT)) {
            return Handler.Changes.NONE;
        }
        onCall.page(ticket, task.correlationId());
        return tx -> {
            Workflows.take(tx, ticket.id(), TicketWorkflow.ON_CALL_PAGED);
            String correlationId = defects.has(TicketDefect.ESCALATION_LOSES_CORRELATION_ID)
                    ? UUID.randomUUID().toString()
                    : task.correlationId();
            outbox.add(
                    tx,
                    Message.of(TicketWorkflow.ESCALATED, correlationId, TicketNews.of(ticket))
                            .on(Channel.EVENTS, ticket.id()));
            if (defects.has(TicketDefect.PAGED_AT_EVERY_TICK)) {
                add(tx, ticket, task.correlationId(), task.dueAt().plus(AGAIN));
            }
        };
    }
}
