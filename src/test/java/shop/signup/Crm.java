package shop.signup;

import java.util.Map;
import shop.defect.Defects;
import shop.provider.Provider;
import shop.retry.GivenUp;

/** The customer relations system. */
public final class Crm {

    private final Provider provider;
    private final Defects defects;

    public Crm(Provider provider, Defects defects) {
        this.provider = provider;
        this.defects = defects;
    }

    private record Contact(String email, String name, String company, String source, String plan) {}

    void addContact(Signups.View user, String correlationId) throws GivenUp, InterruptedException {
        String organisation = defects.has(SignupDefect.ORGANISATION_NULL) ? null : user.organisation();
        String source = defects.has(SignupDefect.CRM_CONTACT_WITHOUT_SOURCE) ? null : user.source();
        provider.post(
                "/v1/contacts",
                new Contact(user.email(), user.name(), organisation, source, user.plan()),
                Map.of(Provider.IDEMPOTENCY_KEY, user.userId(), Provider.CORRELATION_ID, correlationId));
    }
}
