package shop.password;

import java.util.List;
import shop.workflow.WorkflowDefinition;
import shop.workflow.WorkflowDefinition.Stage;

/** The messages and stages of a password reset. */
final class PasswordWorkflow {

    static final String MAIL_LINK = "password.mail-link";
    static final String MAIL_CONFIRMATION = "password.mail-confirmation";
    static final String CHANGED = "password.changed";
    static final String SESSION_ENDED = "session.ended";

    static final String LINK_MAILED = "link_mailed";
    static final String PASSWORD_CHANGED = "password_changed";
    static final String CONFIRMED = "confirmed";

    static final WorkflowDefinition DEFINITION = new WorkflowDefinition(
            "password reset",
            List.of(
                    Stage.of("requested"),
                    Stage.of("mailed", LINK_MAILED),
                    Stage.of("changed", PASSWORD_CHANGED),
                    Stage.of("completed", PASSWORD_CHANGED, CONFIRMED)));

    private PasswordWorkflow() {}
}
