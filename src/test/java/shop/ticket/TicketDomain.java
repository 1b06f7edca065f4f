package shop.ticket;

import java.util.List;
import java.util.Map;
import shop.defect.Defect;
import shop.domain.Domain;
import shop.domain.Means;
import shop.http.Routes;
import shop.inbox.Consumer;
import shop.messaging.Broker;
import shop.messaging.Channel;
import shop.schedule.Job;
import shop.workflow.WorkflowDefinition;

/** Support tickets. */
public final class TicketDomain implements Domain {

    @Override
    public String tables() {
        return Tickets.TABLES;
    }

    @Override
    public List<String> providers() {
        return List.of("support", "oncall");
    }

    @Override
    public List<WorkflowDefinition> workflows() {
        return List.of(TicketWorkflow.DEFINITION);
    }

    @Override
    public List<Defect> defects() {
        return List.of(TicketDefect.values());
    }

    @Override
    public List<Routes> routes(Means means) {
        return List.of(new TicketRoutes(means.database(), means.idempotency(), means.outbox(), escalation(means)));
    }

    @Override
    public List<Consumer> consumers(Means means, Broker broker) {
        return List.of(new Consumer(
                "shop-tickets",
                Channel.COMMANDS,
                Map.of(
                        TicketWorkflow.CONFIRM,
                        new Confirmations(means.database(), means.mailer(), means.defects()),
                        TicketWorkflow.NOTIFY_DESK,
                        new DeskNotices(means.database(), means.provider("support"), means.defects()))));
    }

    @Override
    public Map<String, Job> jobs(Means means) {
        return Map.of(TicketWorkflow.ESCALATE, escalation(means));
    }

    private static Escalation escalation(Means means) {
        return new Escalation(
                means.database(),
                new OnCall(means.provider("oncall"), means.defects()),
                means.outbox(),
                means.defects());
    }
}
