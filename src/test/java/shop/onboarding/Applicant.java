package shop.onboarding;

/** A company that wants to become a customer. */
record Applicant(String onboardingId, String email, String company, String country) {}
