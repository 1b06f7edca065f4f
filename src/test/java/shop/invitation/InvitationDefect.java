package shop.invitation;

import shop.defect.Defect;

enum InvitationDefect implements Defect {
    INVITATION_NEVER_MAILED("the consumer takes the request for an invitation mail as done without sending it"),
    INVITATION_TO_WRONG_PERSON("the invitation is mailed to the member who invites instead of the colleague"),
    INVITATION_MAILED_TWICE("the idempotency key of the browser is not looked at: a repeated form invites again"),
    REFUSED_INVITATION_IGNORED("an invitation that the mail server refuses is put aside without a word"),
    BOUNCE_IGNORED("the mail provider's report of an invitation that came back is answered 200 and dropped"),
    INVITATION_LINK_FOR_ANOTHER_ENVIRONMENT(
            "the link in the mail leads to the staging environment behind the same gateway"),
    INVITATION_EXPIRY_IN_LOCAL_TIME(
            "the expiry is taken from a clock in Phoenix and read as UTC: seven hours too early"),
    INVITATION_NEVER_EXPIRES("the expiry in the token is not looked at"),
    INVITATION_LINK_REUSABLE("nobody looks whether an invitation was accepted before"),
    TAMPERED_INVITATION_ACCEPTED("the token is decoded, but its signature is not verified"),
    INVITATION_FOR_ANYBODY("whoever has the link can join with any address"),
    INVITED_CONTACT_WITHOUT_COMPANY("the contact reaches the CRM without the organisation's name"),
    INVITER_NEVER_TOLD("nothing asks for the mail that tells the member of the acceptance");

    private final String change;

    InvitationDefect(String change) {
        this.change = change;
    }

    @Override
    public String workflow() {
        return "invitation";
    }

    @Override
    public String change() {
        return change;
    }
}
