package shop.password;

/** What is asked to be mailed about a request for a new password; without ID there is no account. */
record ResetRequest(String resetId, String email) {}
