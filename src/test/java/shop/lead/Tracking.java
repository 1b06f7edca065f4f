package shop.lead;

import java.util.Map;
import shop.defect.Defects;
import shop.inbox.Handler;
import shop.messaging.Message;
import shop.provider.Provider;
import shop.retry.GivenUp;
import shop.workflow.Workflows;

/** Tells analytics who the visitor is, and then what the visitor did. */
final class Tracking implements Handler {

    private final Provider analytics;
    private final Defects defects;

    Tracking(Provider analytics, Defects defects) {
        this.analytics = analytics;
        this.defects = defects;
    }

    private record Identify(String userId, Map<String, String> traits) {}

    private record Track(String event, String userId, Map<String, String> properties) {}

    @Override
    public Changes handle(Message message) throws GivenUp, InterruptedException {
        Lead lead = message.data(Lead.class);
        Map<String, String> headers =
                Map.of(Provider.IDEMPOTENCY_KEY, lead.leadId(), Provider.CORRELATION_ID, message.correlationId());
        if (!defects.has(LeadDefect.IDENTIFY_MISSING)) {
            analytics.post("/v1/identify", new Identify(lead.leadId(), Map.of("email", lead.email())), headers);
        }
        String event = lead.wantsDemo() ? "Demo Requested" : "Lead Submitted";
        analytics.post(
                "/v1/track",
                new Track(event, lead.leadId(), Map.of("email", lead.email(), "campaign", lead.campaign())),
                headers);
        return tx -> Workflows.take(tx, lead.leadId(), LeadWorkflow.TRACKED);
    }
}
