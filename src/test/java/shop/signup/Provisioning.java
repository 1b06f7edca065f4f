package shop.signup;

import shop.database.Database;
import shop.inbox.Handler;
import shop.messaging.Channel;
import shop.messaging.Message;
import shop.outbox.Outbox;
import shop.retry.GivenUp;
import shop.workflow.Workflows;

/** Starts the trial in billing, then makes the user known to the CRM. */
final class Provisioning implements Handler {

    private final Database database;
    private final Billing billing;
    private final Crm crm;
    private final Outbox outbox;

    Provisioning(Database database, Billing billing, Crm crm, Outbox outbox) {
        this.database = database;
        this.billing = billing;
        this.crm = crm;
        this.outbox = outbox;
    }

    @Override
    public Changes handle(Message message) throws GivenUp, InterruptedException {
        Signup signup = message.data(Signup.class);
        Signups.View user = database.transaction(tx -> Signups.find(tx, signup.userId()))
                .orElseThrow(() -> new GivenUp("there is no user " + signup.userId()));
        String trialId = billing.startTrial(user, message.correlationId());
        database.transaction(tx -> {
            Workflows.take(tx, signup.userId(), SignupWorkflow.BILLING_STARTED);
            return null;
        });
        crm.addContact(user, message.correlationId());
        return tx -> {
            Signups.provisioned(tx, signup, trialId);
            Workflows.take(tx, signup.userId(), SignupWorkflow.CRM_SYNCED);
            outbox.add(
                    tx,
                    Message.of(SignupWorkflow.COMPLETED, message.correlationId(), signup)
                            .on(Channel.EVENTS, signup.userId()));
        };
    }
}
