package shop.fulfilment;

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

/** Orders that are completed. */
public final class FulfilmentDomain implements Domain {

    private static final String PARTNER = "fulfilment";

    @Override
    public String tables() {
        return Completions.TABLES;
    }

    @Override
    public List<String> providers() {
        return List.of(PARTNER, "analytics", "support");
    }

    @Override
    public List<String> secrets() {
        return List.of(PARTNER);
    }

    @Override
    public List<WorkflowDefinition> workflows() {
        return List.of(FulfilmentWorkflow.DEFINITION);
    }

    @Override
    public List<Defect> defects() {
        return List.of(FulfilmentDefect.values());
    }

    @Override
    public List<Routes> routes(Means means) {
        return List.of(new CompletionRoutes(means.database(), means.outbox()));
    }

    @Override
    public List<Consumer> consumers(Means means, Broker broker) {
        Partner partner = new Partner(means.provider(PARTNER), new Signature(means.secret(PARTNER)), means.defects());
        Fulfilment fulfilment = new Fulfilment(
                means.database(),
                partner,
                new Alarm(means.provider("support")),
                means.outbox(),
                broker,
                means.defects());
        Confirmations confirmations =
                new Confirmations(means.database(), means.mailer(), tracking(means), means.defects());
        return List.of(
                new Consumer("shop-fulfilment", Channel.COMMANDS, Map.of(FulfilmentWorkflow.COMPLETE, fulfilment)),
                new Consumer(
                        "shop-confirmations", Channel.EVENTS, Map.of(FulfilmentWorkflow.COMPLETED, confirmations)));
    }

    @Override
    public Map<String, Job> jobs(Means means) {
        return Map.of(ConversionTracking.JOB, tracking(means));
    }

    private static ConversionTracking tracking(Means means) {
        return new ConversionTracking(means.provider("analytics"), means.defects());
    }
}
