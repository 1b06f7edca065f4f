package shop.ticket;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.UUID;
import shop.database.Database;
import shop.database.Transaction;
import shop.http.Answer;
import shop.http.Correlation;
import shop.http.Problem;
import shop.http.RequestBody;
import shop.http.Respond;
import shop.http.Routes;
import shop.idempotency.Idempotency;
import shop.messaging.Channel;
import shop.messaging.Message;
import shop.outbox.Outbox;
import shop.workflow.Workflows;

/** {@code POST /tickets} and {@code POST /tickets/{id}/acknowledge}. */
final class TicketRoutes implements Routes {

    private final Database database;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final Escalation escalation;

    TicketRoutes(Database database, Idempotency idempotency, Outbox outbox, Escalation escalation) {
        this.database = database;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.escalation = escalation;
    }

    private record TicketRequest(String email, String subject, String priority) {

        Ticket checked() {
            RequestBody.email("email", email);
            RequestBody.text("subject", subject);
            RequestBody.text("priority", priority);
            return new Ticket(
                    "tkt_" + UUID.randomUUID().toString().replace("-", ""),
                    email,
                    subject,
                    Priority.labelled(priority)
                            .orElseThrow(
                                    () -> Problem.unacceptable("A ticket is normal or urgent, not " + priority + ".")),
                    false);
        }
    }

    private record Acknowledgement(String agent) {}

    private record Standing(String ticketId, String status) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/tickets", this::open);
        routes.post("/tickets/{id}/acknowledge", this::acknowledge);
    }

    private void open(Context ctx) {
        TicketRequest request = RequestBody.read(ctx, TicketRequest.class);
        Ticket ticket = request.checked();
        String correlationId = Correlation.of(ctx);
        idempotency.respond(ctx, "POST /tickets", request, tx -> open(tx, ticket, correlationId));
    }

    private Answer open(Transaction tx, Ticket ticket, String correlationId) {
        Tickets.add(tx, ticket);
        Workflows.begin(tx, TicketWorkflow.DEFINITION, ticket.id(), correlationId);
        send(tx, TicketWorkflow.OPENED, Channel.EVENTS, ticket, correlationId);
        send(tx, TicketWorkflow.CONFIRM, Channel.COMMANDS, ticket, correlationId);
        send(tx, TicketWorkflow.NOTIFY_DESK, Channel.COMMANDS, ticket, correlationId);
        escalation.plan(tx, ticket, correlationId);
        return Answer.of(201, new Standing(ticket.id(), "open"));
    }

    private void acknowledge(Context ctx) {
        String agent = RequestBody.text(
                "agent", RequestBody.read(ctx, Acknowledgement.class).agent());
        String id = ctx.pathParam("id");
        String correlationId = Correlation.of(ctx);
        database.transaction(tx -> {
            Ticket ticket = Tickets.find(tx, id).orElseThrow(() -> Problem.notFound("There is no ticket " + id + "."));
            if (Tickets.acknowledge(tx, id, agent)) {
                Workflows.take(tx, id, TicketWorkflow.TAKEN_OVER);
                send(tx, TicketWorkflow.ACKNOWLEDGED, Channel.EVENTS, ticket, correlationId);
            }
            return null;
        });
        Respond.json(ctx, 200, new Standing(id, "acknowledged"));
    }

    private void send(Transaction tx, String type, Channel channel, Ticket ticket, String correlationId) {
        outbox.add(tx, Message.of(type, correlationId, TicketNews.of(ticket)).on(channel, ticket.id()));
    }
}
