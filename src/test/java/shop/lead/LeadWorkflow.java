package shop.lead;

import java.util.List;
import shop.workflow.WorkflowDefinition;
import shop.workflow.WorkflowDefinition.Stage;

/** The messages and stages of a lead. */
final class LeadWorkflow {

    static final String RECEIVED = "lead.received";
    static final String CONFIRM = "lead.confirm";
    static final String ANNOUNCE = "lead.announce";
    static final String TRACK = "lead.track";
    static final String CAPTURE_FAILED = "lead.capture-failed";
    static final String CAPTURED = "lead.captured";

    static final String IN_CRM = "in_crm";
    static final String CONFIRMED = "confirmed";
    static final String ANNOUNCED = "announced";
    static final String TRACKED = "tracked";
    static final String GIVEN_UP = "given_up";

    static final WorkflowDefinition DEMO_REQUEST = new WorkflowDefinition(
            "demo request",
            List.of(
                    Stage.of("request_received"),
                    Stage.of("in_crm", IN_CRM),
                    Stage.of("completed", IN_CRM, CONFIRMED, ANNOUNCED, TRACKED),
                    Stage.of("failed", GIVEN_UP)));

    static final WorkflowDefinition LEAD_FORM = new WorkflowDefinition(
            "lead form",
            List.of(
                    Stage.of("request_received"),
                    Stage.of("in_crm", IN_CRM),
                    Stage.of("completed", IN_CRM, CONFIRMED, TRACKED),
                    Stage.of("failed", GIVEN_UP)));

    private LeadWorkflow() {}
}
