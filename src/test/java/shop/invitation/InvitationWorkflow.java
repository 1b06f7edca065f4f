package shop.invitation;

import java.util.List;
import shop.workflow.WorkflowDefinition;
import shop.workflow.WorkflowDefinition.Stage;

/** The messages and stages of an invitation. */
final class InvitationWorkflow {

    static final String MAIL = "invitation.mail";
    static final String WARN_INVITER = "invitation.warn-inviter";
    static final String ADD_CONTACT = "invitation.add-contact";
    static final String TELL_INVITER = "invitation.tell-inviter";
    static final String ACCEPTED = "invitation.accepted";

    static final String MAILED = "mailed";
    static final String INVITER_WARNED = "inviter_warned";
    static final String JOINED = "joined";
    static final String CRM_SYNCED = "crm_synced";
    static final String INVITER_TOLD = "inviter_told";

    static final WorkflowDefinition DEFINITION = new WorkflowDefinition(
            "invitation",
            List.of(
                    Stage.of("invited"),
                    Stage.of("mailed", MAILED),
                    Stage.of("undeliverable", INVITER_WARNED),
                    Stage.of("joined", JOINED),
                    Stage.of("completed", MAILED, JOINED, CRM_SYNCED, INVITER_TOLD)));

    private InvitationWorkflow() {}
}
