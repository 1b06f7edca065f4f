package shop.invitation;

/** What everybody may know of an accepted invitation. */
record Acceptance(String invitationId, String organisationId, String userId, String email) {}
