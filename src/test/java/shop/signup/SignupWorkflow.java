package shop.signup;

import java.util.List;
import shop.workflow.WorkflowDefinition;
import shop.workflow.WorkflowDefinition.Stage;

/** The messages and stages of a signup. */
public final class SignupWorkflow {

    static final String PROVISION = "signup.provision";
    static final String COMPLETED = "signup.completed";

    static final String BILLING_STARTED = "billing_started";
    static final String CRM_SYNCED = "crm_synced";
    static final String WELCOMED = "welcomed";
    static final String TRACKED = "tracked";

    public static final WorkflowDefinition DEFINITION = new WorkflowDefinition(
            "signup",
            List.of(
                    Stage.of("accepted"),
                    Stage.of("billing_started", BILLING_STARTED),
                    Stage.of("crm_synced", CRM_SYNCED),
                    Stage.of("welcomed", WELCOMED),
                    Stage.of("completed", WELCOMED, TRACKED)));

    private SignupWorkflow() {}
}
