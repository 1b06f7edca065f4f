package shop.password;

import shop.defect.Defect;

enum PasswordDefect implements Defect {
    RESET_REVEALS_UNKNOWN_ADDRESS("who asks for an address without an account is told so"),
    RESET_MAILED_TO_UNKNOWN_ADDRESS("an address without an account gets a mail, too"),
    RESET_EXPIRY_IN_LOCAL_TIME("the expiry is taken from a clock in Tokyo and read as UTC: nine hours too late"),
    OLD_RESET_LINK_STAYS_VALID("another request does not end the link that was mailed before"),
    RESET_LINK_REUSABLE("nobody looks whether a link was used before"),
    TAMPERED_RESET_ACCEPTED("the token is decoded, but its signature is not verified"),
    SESSIONS_NOT_ENDED("a new password leaves the sessions open that were begun with the old one"),
    PASSWORD_CHANGE_NOT_CONFIRMED("nothing asks for the mail that confirms the new password"),
    PASSWORD_CHANGE_NOT_AUDITED("the change is not written to the audit trail");

    private final String change;

    PasswordDefect(String change) {
        this.change = change;
    }

    @Override
    public String workflow() {
        return "password";
    }

    @Override
    public String change() {
        return change;
    }
}
