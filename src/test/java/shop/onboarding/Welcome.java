package shop.onboarding;

import java.util.Map;
import shop.defect.Defects;
import shop.domain.Means;
import shop.mail.Mail;
import shop.mail.Mailer;
import shop.provider.Provider;
import shop.retry.GivenUp;

/** What a new customer is brought to: the CRM, the billing provider, and an account that is theirs. */
final class Welcome {

    private final Provider crm;
    private final Provider billing;
    private final Mailer mailer;
    private final Defects defects;

    Welcome(Means means) {
        this.crm = means.provider("crm");
        this.billing = means.provider("billing");
        this.mailer = means.mailer();
        this.defects = means.defects();
    }

    private record Contact(String email, String company, String source) {}

    private record Account(String customer_email, String company) {}

    void addContact(Applicant applicant, String correlationId) throws GivenUp, InterruptedException {
        String company = defects.has(OnboardingDefect.COMPANY_NULL_AFTER_SERIALISATION) ? null : applicant.company();
        crm.post(
                "/v1/contacts",
                new Contact(applicant.email(), company, "onboarding"),
                headers(applicant, correlationId));
    }

    void openAccount(Applicant applicant, String correlationId) throws GivenUp, InterruptedException {
        billing.post(
                "/v1/accounts", new Account(applicant.email(), applicant.company()), headers(applicant, correlationId));
    }

    void mail(Applicant applicant) throws GivenUp, InterruptedException {
        mailer.send(new Mail(Mail.FROM_WELCOME, applicant.email(), "Your account at Shop is active", """
                Hello,

                %s can buy and sell at Shop from now on.

                Your Shop
                """.formatted(
                        applicant.company())));
    }

    void turnDown(Applicant applicant) throws GivenUp, InterruptedException {
        mailer.send(new Mail(Mail.FROM_WELCOME, applicant.email(), "We cannot open an account for you", """
                Hello,

                we have looked at the application of %s, and cannot open an account.

                Your Shop
                """.formatted(
                        applicant.company())));
    }

    private static Map<String, String> headers(Applicant applicant, String correlationId) {
        return Map.of(Provider.IDEMPOTENCY_KEY, applicant.onboardingId(), Provider.CORRELATION_ID, correlationId);
    }
}
