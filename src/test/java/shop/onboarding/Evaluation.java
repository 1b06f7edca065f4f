package shop.onboarding;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import shop.approval.Approvals;
import shop.database.Transaction;
import shop.domain.Means;
import shop.inbox.Handler;
import shop.messaging.Channel;
import shop.messaging.Message;
import shop.retry.GivenUp;
import shop.workflow.Workflows;

/** Finds out how risky an applicant is: low goes on, everybody else waits for a person. */
final class Evaluation implements Handler {

    private static final int LIMIT = 50;

    private final Means means;
    private final RiskScores scores;
    private final Welcome welcome;

    Evaluation(Means means, RiskScores scores, Welcome welcome) {
        this.means = means;
        this.scores = scores;
        this.welcome = welcome;
    }

    @Override
    public Changes handle(Message message) throws InterruptedException {
        Applicant applicant = message.data(Applicant.class);
        if (!means.database().transaction(tx -> Onboardings.is(tx, applicant.onboardingId(), "submitted"))) {
            return Changes.NONE;
        }
        OptionalInt score = score(applicant, message.correlationId());
        boolean low = isLow(score);
        if (means.defects().has(OnboardingDefect.CONTACT_BEFORE_APPROVAL)) {
            attempt(() -> welcome.addContact(applicant, message.correlationId()));
        }
        if (means.defects().has(OnboardingDefect.ACTIVATION_MAIL_BEFORE_APPROVAL)) {
            attempt(() -> welcome.mail(applicant));
        }
        return tx -> evaluated(tx, applicant, score, low, message.correlationId());
    }

    /** Whoever cannot be rated is for a person to judge. */
    private OptionalInt score(Applicant applicant, String correlationId) throws InterruptedException {
        try {
            return scores.of(applicant, correlationId);
        } catch (GivenUp e) {
            return OptionalInt.empty();
        }
    }

    private boolean isLow(OptionalInt score) {
        if (score.isEmpty()) {
            return means.defects().has(OnboardingDefect.AUTO_APPROVED_ON_MISSING_DATA);
        }
        return means.defects().has(OnboardingDefect.LOW_RISK_TREATED_AS_HIGH)
                ? score.getAsInt() >= LIMIT
                : score.getAsInt() < LIMIT;
    }

    private interface Early {
        void run() throws GivenUp, InterruptedException;
    }

    private static void attempt(Early early) throws InterruptedException {
        try {
            early.run();
        } catch (GivenUp e) {
            throw new IllegalStateException(e);
        }
    }

    private void evaluated(Transaction tx, Applicant applicant, OptionalInt score, boolean low, String correlationId) {
        String id = applicant.onboardingId();
        Onboardings.evaluated(tx, id, low ? "low" : "high");
        Workflows.take(tx, id, OnboardingWorkflow.RISK_KNOWN);
        means.outbox().add(tx, event(applicant, score, low, correlationId).on(Channel.EVENTS, id));
        if (low || means.defects().has(OnboardingDefect.RISK_APPROVAL_SKIPPED)) {
            Onboardings.become(tx, id, "approved");
            means.outbox()
                    .add(
                            tx,
                            Message.of(OnboardingWorkflow.ACTIVATE, correlationId, new Activation.Wanted(id, true))
                                    .on(Channel.COMMANDS, id));
            return;
        }
        Approvals.ask(
                tx, OnboardingDomain.policy(means.defects()), id, applicant.email(), applicant.email(), correlationId);
        Workflows.take(tx, id, OnboardingWorkflow.APPROVAL_ASKED);
    }

    private Message event(Applicant applicant, OptionalInt score, boolean low, String correlationId) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("onboardingId", applicant.onboardingId());
        data.put("email", applicant.email());
        score.ifPresent(known -> data.put("score", known));
        data.put(
                means.defects().has(OnboardingDefect.RISK_LEVEL_RENAMED) ? "risk_score_band" : "riskLevel",
                low ? "low" : "high");
        Message message = Message.of(OnboardingWorkflow.EVALUATED, correlationId, data);
        return means.defects().has(OnboardingDefect.ONBOARDING_EVENT_WITHOUT_VERSION)
                ? message.withoutVersion()
                : message;
    }
}
