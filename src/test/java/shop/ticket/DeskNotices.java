package shop.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.Map;
import shop.database.Database;
import shop.defect.Defects;
import shop.inbox.Handler;
import shop.messaging.Message;
import shop.provider.Provider;
import shop.retry.GivenUp;
import shop.retry.Pause;
import shop.workflow.Workflows;

/** Tells the support desk of a ticket. */
final class DeskNotices implements Handler {

    private static final Duration UNTIL_THE_BATCH = Duration.ofSeconds(12);

    private final Database database;
    private final Provider supportDesk;
    private final Defects defects;

    DeskNotices(Database database, Provider supportDesk, Defects defects) {
        this.database = database;
        this.supportDesk = supportDesk;
        this.defects = defects;
    }

    /** The desk wants each field to be there. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    private record Notice(String type, String ticket_id, String customer, String subject, String priority) {}

    @Override
    public Changes handle(Message message) throws GivenUp, InterruptedException {
        String id = message.data(TicketNews.class).ticketId();
        Ticket ticket = database.transaction(tx -> Tickets.find(tx, id))
                .orElseThrow(() -> new GivenUp("there is no ticket " + id));
        if (defects.has(TicketDefect.TICKET_NOTIFIED_LATE)) {
            Pause.of(UNTIL_THE_BATCH);
        }
        supportDesk.post(
                "/v1/notifications",
                new Notice("ticket_opened", id, ticket.email(), ticket.subject(), level(ticket.priority())),
                Map.of(Provider.IDEMPOTENCY_KEY, id, Provider.CORRELATION_ID, message.correlationId()));
        return tx -> Workflows.take(tx, id, TicketWorkflow.DESK_NOTIFIED);
    }

    private String level(Priority priority) {
        if (defects.has(TicketDefect.NOTIFICATION_WITH_NULL_PRIORITY)) {
            return Map.of("normal", "P3", "urgent", "P1").get(priority.name());
        }
        return priority.deskLevel();
    }
}
