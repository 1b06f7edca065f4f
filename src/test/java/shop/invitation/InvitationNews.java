package shop.invitation;

/** What is asked to be done about an invitation; the user is known once it is accepted. */
record InvitationNews(String invitationId, String userId) {}
