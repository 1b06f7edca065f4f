package shop.signup;

import java.util.Map;
import shop.provider.Provider;
import shop.retry.GivenUp;

/** The billing provider. */
public final class Billing {

    private static final int TRIAL_DAYS = 14;

    private final Provider provider;

    public Billing(Provider provider) {
        this.provider = provider;
    }

    private record TrialCall(String customer_email, String organisation_id, String plan, int trial_days) {}

    /** Returns the trial's ID, or null if the provider did not say. */
    String startTrial(Signups.View user, String correlationId) throws GivenUp, InterruptedException {
        return provider.post(
                        "/v1/trials",
                        new TrialCall(user.email(), user.organisationId(), user.plan(), TRIAL_DAYS),
                        Map.of(Provider.IDEMPOTENCY_KEY, user.userId(), Provider.CORRELATION_ID, correlationId))
                .path("id")
                .asText(null);
    }
}
