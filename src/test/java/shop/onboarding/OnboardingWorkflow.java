package shop.onboarding;

import java.util.List;
import shop.workflow.WorkflowDefinition;
import shop.workflow.WorkflowDefinition.Stage;

/** The messages and stages of an onboarding. */
final class OnboardingWorkflow {

    static final String KIND = "onboarding";
    static final String SUBMITTED = "onboarding.submitted";
    static final String EVALUATED = "onboarding.evaluated";
    static final String ACTIVATE = "onboarding.activate";
    static final String APPROVED = KIND + ".approved";
    static final String REJECTED = KIND + ".rejected";
    static final String EXPIRED = KIND + ".expired";

    static final String RISK_KNOWN = "risk_known";
    static final String APPROVAL_ASKED = "approval_asked";
    static final String LET_IN = "let_in";
    static final String IN_CRM = "in_crm";
    static final String IN_BILLING = "in_billing";
    static final String ACTIVATED = "activated";
    static final String TURNED_DOWN = "turned_down";

    static final WorkflowDefinition DEFINITION = new WorkflowDefinition(
            "onboarding",
            List.of(
                    Stage.of("request_received"),
                    Stage.of("risk_evaluated", RISK_KNOWN),
                    Stage.of("approval_pending", APPROVAL_ASKED),
                    Stage.of("approved", LET_IN),
                    Stage.of("in_crm", IN_CRM),
                    Stage.of("completed", IN_CRM, IN_BILLING, ACTIVATED),
                    Stage.of("rejected", TURNED_DOWN)));

    private OnboardingWorkflow() {}
}
