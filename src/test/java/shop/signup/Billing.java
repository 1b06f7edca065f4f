package shop.signup;

import java.util.Map;
import shop.defect.Defects;
import shop.provider.Provider;
import shop.retry.GivenUp;

/** The billing provider. */
public final class Billing {

    private static final int TRIAL_DAYS = 14;

    private final Provider provider;
    private final int trialDays;

    public Billing(Provider provider, Defects defects) {
        this.provider = provider;
        this.trialDays = defects.has(SignupDefect.TRIAL_OF_THIRTY_DAYS) ? 30 : TRIAL_DAYS;
    }

    private record TrialCall(String customer_email, String organisation_id, String plan, int trial_days) {}

    /** Returns the trial's ID, or null if the provider did not say. */
    String startTrial(Signups.View user, String correlationId) throws GivenUp, InterruptedException {
        return provider.post(
                        "/v1/trials",
                        new TrialCall(user.email(), user.organisationId(), user.plan(), trialDays),
                        Map.of(Provider.IDEMPOTENCY_KEY, user.userId(), Provider.CORRELATION_ID, correlationId))
                .path("id")
                .asText(null);
    }
}
