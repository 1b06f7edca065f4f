package shop.invitation;

import java.util.Map;
import shop.database.Database;
import shop.defect.Defects;
import shop.inbox.Handler;
import shop.messaging.Message;
import shop.provider.Provider;
import shop.retry.GivenUp;
import shop.workflow.Workflows;

/** Makes the new user known to the CRM. */
final class InvitedContacts implements Handler {

    private final Database database;
    private final Provider crm;
    private final Defects defects;

    InvitedContacts(Database database, Provider crm, Defects defects) {
        this.database = database;
        this.crm = crm;
        this.defects = defects;
    }

    private record Contact(String email, String name, String company, String source) {}

    @Override
    public Changes handle(Message message) throws GivenUp, InterruptedException {
        InvitationNews news = message.data(InvitationNews.class);
        Invitation invitation = database.transaction(tx -> Invitations.find(tx, news.invitationId()))
                .orElseThrow(() -> new GivenUp("there is no invitation " + news.invitationId()));
        String company =
                defects.has(InvitationDefect.INVITED_CONTACT_WITHOUT_COMPANY) ? null : invitation.organisation();
        crm.post(
                "/v1/contacts",
                new Contact(invitation.email(), invitation.name(), company, "invitation"),
                Map.of(
                        Provider.IDEMPOTENCY_KEY, news.userId(),
                        Provider.CORRELATION_ID, message.correlationId()));
        return tx -> Workflows.take(tx, news.invitationId(), InvitationWorkflow.CRM_SYNCED);
    }
}
