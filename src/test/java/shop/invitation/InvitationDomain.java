package shop.invitation;

import java.util.List;
import java.util.Map;
import shop.defect.Defect;
import shop.domain.Domain;
import shop.domain.Means;
import shop.http.Routes;
import shop.inbox.Consumer;
import shop.messaging.Broker;
import shop.messaging.Channel;
import shop.token.LinkTokens;
import shop.workflow.WorkflowDefinition;

/** Invitations of colleagues into an organisation. */
public final class InvitationDomain implements Domain {

    @Override
    public String tables() {
        return LinkTokens.TABLES + Invitations.TABLES;
    }

    @Override
    public List<String> providers() {
        return List.of("crm");
    }

    @Override
    public List<String> secrets() {
        return List.of(MailWebhooks.SECRET);
    }

    @Override
    public List<WorkflowDefinition> workflows() {
        return List.of(InvitationWorkflow.DEFINITION);
    }

    @Override
    public List<Defect> defects() {
        return List.of(InvitationDefect.values());
    }

    @Override
    public List<Routes> routes(Means means) {
        return List.of(
                new OrganisationRoutes(means.database()),
                new InvitationRoutes(
                        means.database(), means.idempotency(), means.outbox(), links(means), means.defects()),
                new AcceptanceRoutes(means.database(), means.outbox(), links(means), means.defects()),
                new MailWebhooks(means));
    }

    @Override
    public List<Consumer> consumers(Means means, Broker broker) {
        return List.of(new Consumer(
                "shop-invitations",
                Channel.COMMANDS,
                Map.of(
                        InvitationWorkflow.MAIL,
                        new InvitationMails(
                                means.database(), means.mailer(), links(means), means.outbox(), means.defects()),
                        InvitationWorkflow.WARN_INVITER,
                        InviterNotices.undeliverable(means.database(), means.mailer()),
                        InvitationWorkflow.ADD_CONTACT,
                        new InvitedContacts(means.database(), means.provider("crm"), means.defects()),
                        InvitationWorkflow.TELL_INVITER,
                        InviterNotices.accepted(means.database(), means.mailer()))));
    }

    private static InvitationLinks links(Means means) {
        return new InvitationLinks(means.publicUrl(), means.defects());
    }
}
