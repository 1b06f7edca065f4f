package shop.password;

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

/** Accounts of customers, and new passwords for them. */
public final class PasswordDomain implements Domain {

    @Override
    public String tables() {
        return LinkTokens.TABLES + Accounts.TABLES + PasswordResets.TABLES;
    }

    @Override
    public List<WorkflowDefinition> workflows() {
        return List.of(PasswordWorkflow.DEFINITION);
    }

    @Override
    public List<Defect> defects() {
        return List.of(PasswordDefect.values());
    }

    @Override
    public List<Routes> routes(Means means) {
        return List.of(
                new AccountRoutes(means.database()),
                new ForgottenRoutes(means.database(), means.outbox(), links(means), means.defects()),
                new NewPasswordRoutes(means.database(), means.outbox(), links(means), means.defects()));
    }

    @Override
    public List<Consumer> consumers(Means means, Broker broker) {
        return List.of(new Consumer(
                "shop-passwords",
                Channel.COMMANDS,
                Map.of(
                        PasswordWorkflow.MAIL_LINK,
                        new ResetMails(means.database(), means.mailer(), links(means)),
                        PasswordWorkflow.MAIL_CONFIRMATION,
                        new ConfirmationMails(means.mailer()))));
    }

    private static ResetLinks links(Means means) {
        return new ResetLinks(means.publicUrl(), means.defects());
    }
}
