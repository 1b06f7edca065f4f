package shop.signup;

import shop.defect.Defect;

enum SignupDefect implements Defect {
    CRM_CONTACT_WITHOUT_SOURCE("the contact reaches the CRM without the source of the signup"),
    ANALYTICS_SENT_TWICE("the trial is tracked twice"),
    ANALYTICS_NEVER_SENT("the consumer is no longer registered for signup.completed: the event is discarded"),
    SIGNUP_EVENT_ID_RENAMED("signup.completed says organisation_id instead of organisationId"),
    TRIAL_OF_THIRTY_DAYS("billing is asked for 30 days of trial"),
    PLAN_LOST_ON_THE_WAY("the entitlement is always that of the starter plan"),
    WELCOME_BEFORE_ACCOUNT("the welcome goes out with the command, before provisioning has ended"),
    WELCOME_LINK_CUT("the token is cut to 16 characters in the welcome email's link"),
    REFUSED_SIGNUP_LEAVES_USER("the plan is checked after the user was saved"),
    ORGANISATION_NULL("the organisation is null in the CRM contact after a change of the serialiser");

    private final String change;

    SignupDefect(String change) {
        this.change = change;
    }

    @Override
    public String workflow() {
        return "signup";
    }

    @Override
    public String change() {
        return change;
    }
}
