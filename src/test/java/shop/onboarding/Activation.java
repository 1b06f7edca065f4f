package shop.onboarding;

import shop.database.Transaction;
import shop.domain.Means;
import shop.inbox.Handler;
import shop.messaging.Message;
import shop.retry.GivenUp;
import shop.workflow.Workflows;

/** Makes customers of applicants who are let in, and writes to those who are not. */
final class Activation {

    private final Means means;
    private final Welcome welcome;

    Activation(Means means, Welcome welcome) {
        this.means = means;
        this.welcome = welcome;
    }

    /** Without a person's decision when automatic. */
    record Wanted(String subjectId, boolean automatic) {}

    Handler.Changes letIn(Message message) throws GivenUp, InterruptedException {
        Wanted wanted = message.data(Wanted.class);
        String id = wanted.subjectId();
        Applicant applicant = means.database().transaction(tx -> Onboardings.applicant(tx, id));
        take(id, OnboardingWorkflow.LET_IN);
        welcome.addContact(applicant, message.correlationId());
        take(id, OnboardingWorkflow.IN_CRM);
        if (wanted.automatic() || !means.defects().has(OnboardingDefect.BILLING_FORGOTTEN_AFTER_APPROVAL)) {
            welcome.openAccount(applicant, message.correlationId());
        }
        welcome.mail(applicant);
        return tx -> activated(tx, id);
    }

    Handler.Changes turnDown(Message message) throws GivenUp, InterruptedException {
        if (means.defects().has(OnboardingDefect.REJECTED_APPLICANT_ACTIVATED)) {
            return letIn(message);
        }
        String id = message.data(Wanted.class).subjectId();
        welcome.turnDown(means.database().transaction(tx -> Onboardings.applicant(tx, id)));
        return tx -> {
            Onboardings.become(tx, id, "rejected");
            Workflows.take(tx, id, OnboardingWorkflow.TURNED_DOWN);
        };
    }

    private void take(String id, String step) {
        means.database().transaction(tx -> {
            Workflows.take(tx, id, step);
            return null;
        });
    }

    private static void activated(Transaction tx, String id) {
        Onboardings.become(tx, id, "active");
        Workflows.take(tx, id, OnboardingWorkflow.IN_BILLING);
        Workflows.take(tx, id, OnboardingWorkflow.ACTIVATED);
    }
}
