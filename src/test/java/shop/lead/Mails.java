package shop.lead;

import shop.defect.Defects;
import shop.inbox.Handler;
import shop.mail.Mail;
import shop.mail.Mailer;
import shop.messaging.Message;
import shop.retry.GivenUp;
import shop.workflow.Workflows;

/** Writes to the visitor, to the owner of the lead in sales, and to sales operations when there is none. */
final class Mails {

    private static final String SALES_OPERATIONS = "sales-ops@shop.example";

    private final Mailer mailer;
    private final Defects defects;

    Mails(Mailer mailer, Defects defects) {
        this.mailer = mailer;
        this.defects = defects;
    }

    Handler.Changes confirm(Message message) throws GivenUp, InterruptedException {
        Lead lead = message.data(Lead.class);
        if (lead.name() == null && defects.has(LeadDefect.CONFIRMATION_DEAD_LETTERED)) {
            throw new GivenUp("the template lead-confirmation has no value for name");
        }
        String greeting = lead.name() == null ? "Hello," : "Hello " + lead.name() + ",";
        mailer.send(lead.wantsDemo() ? demo(lead, greeting) : thanks(lead, greeting));
        return tx -> Workflows.take(tx, lead.leadId(), LeadWorkflow.CONFIRMED);
    }

    Handler.Changes announce(Message message) throws GivenUp, InterruptedException {
        Lead lead = message.data(Lead.class);
        mailer.send(new Mail(
                Mail.FROM_WELCOME,
                Owners.mailbox(lead),
                "New demo request from " + lead.company(),
                "%s (%s) of %s asks for a demo.%n%nCampaign: %s%nLead: %s%n"
                        .formatted(lead.name(), lead.email(), lead.company(), lead.campaign(), lead.leadId())));
        return tx -> Workflows.take(tx, lead.leadId(), LeadWorkflow.ANNOUNCED);
    }

    Handler.Changes alarm(Message message) throws GivenUp, InterruptedException {
        Lead lead = message.data(Lead.class);
        mailer.send(new Mail(
                Mail.FROM_WELCOME,
                SALES_OPERATIONS,
                "A lead is not in the CRM: " + lead.email(),
                "The CRM did not take the lead %s of %s.%n".formatted(lead.leadId(), lead.email())));
        return Handler.Changes.NONE;
    }

    private Mail demo(Lead lead, String greeting) {
        String to = defects.has(LeadDefect.DEMO_CONFIRMATION_TO_SALES) ? Owners.mailbox(lead) : lead.email();
        return new Mail(
                Mail.FROM_WELCOME, to, "Your demo of Shop", """
                %s

                thank you for your request. Our %s team will call you within one working day.
                Your request has the number %s.

                Your Shop
                """.formatted(greeting, Owners.of(lead), lead.leadId()));
    }

    private static Mail thanks(Lead lead, String greeting) {
        return new Mail(Mail.FROM_WELCOME, lead.email(), "Thank you for your interest in Shop", """
                %s

                we will write to you about "%s" soon.

                Your Shop
                """.formatted(
                        greeting, lead.campaign()));
    }
}
