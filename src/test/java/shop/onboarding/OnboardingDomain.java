package shop.onboarding;

import java.util.List;
import java.util.Map;
import shop.approval.Policy;
import shop.defect.Defect;
import shop.defect.Defects;
import shop.domain.Domain;
import shop.domain.Means;
import shop.http.Routes;
import shop.inbox.Consumer;
import shop.messaging.Broker;
import shop.messaging.Channel;
import shop.workflow.WorkflowDefinition;

/** Companies that want to become customers. */
public final class OnboardingDomain implements Domain {

    public static Policy policy(Defects defects) {
        String next = defects.has(OnboardingDefect.RISK_ESCALATED_TO_NOBODY) ? "risk_manager" : "risk_lead";
        Policy policy = Policy.of(OnboardingWorkflow.KIND, "risk_ops", next);
        if (defects.has(OnboardingDefect.RISK_APPROVAL_ASKED_OF_SUPPORT)) {
            policy = policy.askedOf("support");
        }
        return defects.has(OnboardingDefect.UNAUTHORISED_APPROVER_ACCEPTED) ? policy.forAnyRole() : policy;
    }

    @Override
    public String tables() {
        return Onboardings.TABLES;
    }

    @Override
    public List<String> providers() {
        return List.of("risk", "crm", "billing");
    }

    @Override
    public List<WorkflowDefinition> workflows() {
        return List.of(OnboardingWorkflow.DEFINITION);
    }

    @Override
    public List<Defect> defects() {
        return List.of(OnboardingDefect.values());
    }

    @Override
    public List<Routes> routes(Means means) {
        return List.of(new OnboardingRoutes(means));
    }

    @Override
    public List<Consumer> consumers(Means means, Broker broker) {
        Welcome welcome = new Welcome(means);
        Activation activation = new Activation(means, welcome);
        return List.of(
                new Consumer(
                        "shop-risk",
                        Channel.EVENTS,
                        Map.of(
                                OnboardingWorkflow.SUBMITTED,
                                new Evaluation(means, new RiskScores(means.provider("risk")), welcome))),
                new Consumer(
                        "shop-onboarding",
                        Channel.COMMANDS,
                        Map.of(
                                OnboardingWorkflow.ACTIVATE, activation::letIn,
                                OnboardingWorkflow.APPROVED, activation::letIn,
                                OnboardingWorkflow.REJECTED, activation::turnDown,
                                OnboardingWorkflow.EXPIRED, activation::turnDown)));
    }
}
