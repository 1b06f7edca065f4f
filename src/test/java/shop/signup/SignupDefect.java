package shop.signup;

import shop.defect.Defect;

enum SignupDefect implements Defect {
    CRM_CONTACT_WITHOUT_SOURCE("the contact reaches the CRM without the source of the signup"),
    ANALYTICS_SENT_TWICE("the trial is tracked twice");

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
