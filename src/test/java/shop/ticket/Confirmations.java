package shop.ticket;

import shop.database.Database;
import shop.defect.Defects;
import shop.inbox.Handler;
import shop.mail.Mail;
import shop.mail.Mailer;
import shop.messaging.Message;
import shop.retry.GivenUp;
import shop.workflow.Workflows;

/** Tells the customer that the ticket has arrived. */
final class Confirmations implements Handler {

    private final Database database;
    private final Mailer mailer;
    private final Defects defects;

    Confirmations(Database database, Mailer mailer, Defects defects) {
        this.database = database;
        this.mailer = mailer;
        this.defects = defects;
    }

    @Override
    public Changes handle(Message message) throws GivenUp, InterruptedException {
        String id = message.data(TicketNews.class).ticketId();
        Ticket ticket = database.transaction(tx -> Tickets.find(tx, id))
                .orElseThrow(() -> new GivenUp("there is no ticket " + id));
        Mail mail = mail(ticket);
        mailer.send(mail);
        if (defects.has(TicketDefect.TICKET_CONFIRMED_TWICE)) {
            mailer.send(mail);
        }
        return tx -> Workflows.take(tx, id, TicketWorkflow.CONFIRMED_TO_CUSTOMER);
    }

    private static Mail mail(Ticket ticket) {
        return new Mail(
                Mail.FROM_SUPPORT, ticket.email(), "We have received your ticket: " + ticket.subject(), """
                Hello,

                we have received your ticket %s, and look at it as %s.

                Your Shop
                """.formatted(
                                ticket.id(), ticket.priority().label()));
    }
}
