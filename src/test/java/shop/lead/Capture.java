package shop.lead;

import shop.database.Transaction;
import shop.domain.Means;
import shop.inbox.Handler;
import shop.messaging.Channel;
import shop.messaging.Message;
import shop.retry.GivenUp;
import shop.workflow.Workflows;

/** Brings a lead into the CRM, and has everybody told who waits for it. */
final class Capture implements Handler {

    private final Means means;
    private final Crm crm;

    Capture(Means means, Crm crm) {
        this.means = means;
        this.crm = crm;
    }

    @Override
    public Changes handle(Message message) throws InterruptedException {
        Lead lead = message.data(Lead.class);
        if (!means.database().transaction(tx -> Leads.isOpen(tx, lead))) {
            return Changes.NONE;
        }
        String correlationId = message.correlationId();
        try {
            String crmId = crm.add(lead, correlationId);
            return tx -> captured(tx, lead, crmId, correlationId);
        } catch (GivenUp e) {
            return tx -> {
                Leads.failed(tx, lead);
                Workflows.take(tx, lead.leadId(), LeadWorkflow.GIVEN_UP);
                if (!means.defects().has(LeadDefect.CRM_FAILURE_WITHOUT_ALARM)) {
                    send(tx, LeadWorkflow.CAPTURE_FAILED, lead, correlationId);
                }
            };
        }
    }

    private void captured(Transaction tx, Lead lead, String crmId, String correlationId) {
        Leads.captured(tx, lead, crmId);
        Workflows.take(tx, lead.leadId(), LeadWorkflow.IN_CRM);
        means.outbox().add(tx, captured(lead, correlationId).on(Channel.EVENTS, lead.leadId()));
        send(tx, LeadWorkflow.CONFIRM, lead, correlationId);
        send(tx, LeadWorkflow.TRACK, lead, correlationId);
        if (lead.wantsDemo() && !means.defects().has(LeadDefect.SALES_TOLD_BEFORE_CRM)) {
            send(tx, LeadWorkflow.ANNOUNCE, lead, correlationId);
        }
    }

    private Message captured(Lead lead, String correlationId) {
        Message message = Message.of(LeadWorkflow.CAPTURED, correlationId, lead);
        return means.defects().has(LeadDefect.CAPTURED_EVENT_VERSION_DROPPED) ? message.withoutVersion() : message;
    }

    private void send(Transaction tx, String type, Lead lead, String correlationId) {
        means.outbox().add(tx, Message.of(type, correlationId, lead).on(Channel.COMMANDS, lead.leadId()));
    }
}
