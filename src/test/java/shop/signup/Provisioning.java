package shop.signup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import shop.database.Database;
import shop.defect.Defects;
import shop.inbox.Handler;
import shop.json.Json;
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
    private final Defects defects;

    Provisioning(Database database, Billing billing, Crm crm, Outbox outbox, Defects defects) {
        this.database = database;
        this.billing = billing;
        this.crm = crm;
        this.outbox = outbox;
        this.defects = defects;
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
                    Message.of(SignupWorkflow.COMPLETED, message.correlationId(), told(signup))
                            .on(Channel.EVENTS, signup.userId()));
        };
    }

    private JsonNode told(Signup signup) {
        JsonNode told = Json.tree(signup);
        if (defects.has(SignupDefect.SIGNUP_EVENT_ID_RENAMED)) {
            ObjectNode renamed = (ObjectNode) told;
            renamed.set("organisation_id", renamed.remove("organisationId"));
        }
        return told;
    }
}
