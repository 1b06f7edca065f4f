package shop.signup;

import java.util.List;
import java.util.Map;
import shop.defect.Defect;
import shop.domain.Domain;
import shop.domain.Means;
import shop.http.Routes;
import shop.inbox.Consumer;
import shop.messaging.Broker;
import shop.messaging.Channel;
import shop.workflow.WorkflowDefinition;

/** Trials of visitors who sign up. */
public final class SignupDomain implements Domain {

    @Override
    public String tables() {
        return Signups.TABLES;
    }

    @Override
    public List<String> providers() {
        return List.of("billing", "crm", "analytics");
    }

    @Override
    public List<WorkflowDefinition> workflows() {
        return List.of(SignupWorkflow.DEFINITION);
    }

    @Override
    public List<Defect> defects() {
        return List.of(SignupDefect.values());
    }

    @Override
    public List<Routes> routes(Means means) {
        return List.of(new SignupRoutes(means), new ActivationRoutes(means.database()));
    }

    @Override
    public List<Consumer> consumers(Means means, Broker broker) {
        Provisioning provisioning = new Provisioning(
                means.database(),
                new Billing(means.provider("billing"), means.defects()),
                new Crm(means.provider("crm"), means.defects()),
                means.outbox(),
                means.defects());
        Welcome welcome = new Welcome(means.database(), means.mailer(), means.publicUrl(), means.defects());
        TrialTracking tracking = new TrialTracking(means.provider("analytics"), means.defects());
        return List.of(
                new Consumer("shop-provisioning", Channel.COMMANDS, Map.of(SignupWorkflow.PROVISION, provisioning)),
                means.defects().has(SignupDefect.WELCOME_BEFORE_ACCOUNT)
                        ? new Consumer("shop-welcome", Channel.COMMANDS, Map.of(SignupWorkflow.PROVISION, welcome))
                        : new Consumer("shop-welcome", Channel.EVENTS, Map.of(SignupWorkflow.COMPLETED, welcome)),
                new Consumer(
                        "shop-analytics",
                        Channel.EVENTS,
                        means.defects().has(SignupDefect.ANALYTICS_NEVER_SENT)
                                ? Map.of()
                                : Map.of(SignupWorkflow.COMPLETED, tracking)));
    }
}
