package shop.signup;

/** What the messages about a signup say of it. */
record Signup(String userId, String organisationId, String email, String plan, String source) {}
