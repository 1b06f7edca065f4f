package shop.ticket;

import java.util.List;
import shop.workflow.WorkflowDefinition;
import shop.workflow.WorkflowDefinition.Stage;

/** The messages, tasks and stages of a support ticket. */
final class TicketWorkflow {

    static final String CONFIRM = "ticket.confirm";
    static final String NOTIFY_DESK = "ticket.notify-desk";
    static final String OPENED = "ticket.opened";
    static final String ACKNOWLEDGED = "ticket.acknowledged";
    static final String ESCALATED = "ticket.escalated";

    static final String ESCALATE = "ticket.escalate";

    static final String CONFIRMED_TO_CUSTOMER = "confirmed_to_customer";
    static final String DESK_NOTIFIED = "desk_notified";
    static final String ON_CALL_PAGED = "on_call_paged";
    static final String TAKEN_OVER = "taken_over";

    static final WorkflowDefinition DEFINITION = new WorkflowDefinition(
            "ticket",
            List.of(
                    Stage.of("opened"),
                    Stage.of("waiting", CONFIRMED_TO_CUSTOMER, DESK_NOTIFIED),
                    Stage.of("escalated", ON_CALL_PAGED),
                    Stage.of("acknowledged", TAKEN_OVER)));

    private TicketWorkflow() {}
}
