package shop.onboarding;

import shop.defect.Defect;

enum OnboardingDefect implements Defect {
    RISK_APPROVAL_SKIPPED("the worker activates every applicant: the branch for high risk was lost in a refactoring"),
    AUTO_APPROVED_ON_MISSING_DATA("a missing score counts as 0, and so as low risk"),
    LOW_RISK_TREATED_AS_HIGH("the comparison of the score with the limit was turned round for its new scale"),
    RISK_LEVEL_RENAMED("onboarding.evaluated says risk_score_band instead of riskLevel"),
    ONBOARDING_EVENT_WITHOUT_VERSION("onboarding.evaluated is published without its version"),
    COMPANY_NULL_AFTER_SERIALISATION(
            "the company is not among the fields of the worker's message any more: the CRM gets null"),
    RISK_APPROVAL_ASKED_OF_SUPPORT("the task for high risk goes to support instead of risk_ops"),
    UNAUTHORISED_APPROVER_ACCEPTED("the role of who approves is not compared with the one that is asked"),
    CONTACT_BEFORE_APPROVAL("the applicant is added to the CRM when the risk is known, whatever it is"),
    ACTIVATION_MAIL_BEFORE_APPROVAL("the activation mail goes out with the evaluation, ahead of the decision"),
    REJECTED_APPLICANT_ACTIVATED("the worker listens to the end of the task, not to how it ended"),
    BILLING_FORGOTTEN_AFTER_APPROVAL("the account at the billing provider is opened on the automatic path only"),
    RISK_ESCALATED_TO_NOBODY("the escalation goes to a role that was renamed: risk_manager instead of risk_lead");

    private final String change;

    OnboardingDefect(String change) {
        this.change = change;
    }

    @Override
    public String workflow() {
        return "onboarding";
    }

    @Override
    public String change() {
        return change;
    }
}
