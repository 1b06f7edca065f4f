package shop.lead;

import java.util.List;
import java.util.Map;
import shop.defect.Defect;
import shop.domain.Domain;
import shop.domain.Means;
import shop.http.Routes;
import shop.inbox.Consumer;
import shop.messaging.Broker;
import shop.messaging.Channel;
import shop.workflow.WorkflowDefinition;

/** Demo requests and the lead form. */
public final class LeadDomain implements Domain {

    @Override
    public String tables() {
        return Leads.TABLES;
    }

    @Override
    public List<String> providers() {
        return List.of("crm", "analytics");
    }

    @Override
    public List<WorkflowDefinition> workflows() {
        return List.of(LeadWorkflow.DEMO_REQUEST, LeadWorkflow.LEAD_FORM);
    }

    @Override
    public List<Defect> defects() {
        return List.of(LeadDefect.values());
    }

    @Override
    public List<Routes> routes(Means means) {
        return List.of(new LeadRoutes(means));
    }

    @Override
    public List<Consumer> consumers(Means means, Broker broker) {
        Mails mails = new Mails(means.mailer(), means.defects());
        return List.of(new Consumer(
                "shop-leads",
                Channel.COMMANDS,
                Map.of(
                        LeadWorkflow.RECEIVED, new Capture(means, new Crm(means.provider("crm"), means.defects())),
                        LeadWorkflow.CONFIRM, mails::confirm,
                        LeadWorkflow.ANNOUNCE, mails::announce,
                        LeadWorkflow.CAPTURE_FAILED, mails::alarm,
                        LeadWorkflow.TRACK, new Tracking(means.provider("analytics"), means.defects()))));
    }
}
