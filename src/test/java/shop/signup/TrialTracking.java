package shop.signup;

import java.util.Map;
import shop.defect.Defects;
import shop.inbox.Handler;
import shop.messaging.Message;
import shop.provider.Provider;
import shop.retry.GivenUp;
import shop.workflow.Workflows;

/** Tells analytics that a trial has begun. */
final class TrialTracking implements Handler {

    private final Provider analytics;
    private final Defects defects;

    TrialTracking(Provider analytics, Defects defects) {
        this.analytics = analytics;
        this.defects = defects;
    }

    private record Track(String event, String userId, Properties properties) {}

    private record Properties(String email, String plan, String source) {}

    @Override
    public Changes handle(Message message) throws GivenUp, InterruptedException {
        Signup signup = message.data(Signup.class);
        track(signup);
        if (defects.has(SignupDefect.ANALYTICS_SENT_TWICE)) {
            track(signup);
        }
        return tx -> Workflows.take(tx, signup.userId(), SignupWorkflow.TRACKED);
    }

    private void track(Signup signup) throws GivenUp, InterruptedException {
        analytics.post(
                "/v1/track",
                new Track(
                        "Trial Started",
                        signup.userId(),
                        new Properties(signup.email(), signup.plan(), signup.source())),
                Map.of(Provider.IDEMPOTENCY_KEY, signup.userId()));
    }
}
