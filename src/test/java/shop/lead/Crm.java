package shop.lead;

import java.util.Map;
import java.util.UUID;
import shop.defect.Defects;
import shop.provider.Provider;
import shop.retry.GivenUp;

/** The customer relations system. */
final class Crm {

    private static final int TOO_MANY_REQUESTS = 429;

    private final Provider provider;
    private final Defects defects;

    Crm(Provider provider, Defects defects) {
        this.provider = defects.has(LeadDefect.CRM_UPDATE_SWALLOWED_AFTER_429)
                ? provider.takingAsDone(TOO_MANY_REQUESTS)
                : provider;
        this.defects = defects;
    }

    private record Call(
            String email,
            String name,
            String company,
            String country,
            String postcode,
            String source,
            String owner,
            String campaign,
            String utm_campaign,
            Map<String, String> metadata) {}

    /** Returns the CRM's ID of the lead, or null if it did not say. */
    String add(Lead lead, String correlationId) throws GivenUp, InterruptedException {
        return provider.post("/v1/leads", call(lead), () -> headers(lead, correlationId))
                .path("id")
                .asText(null);
    }

    private Map<String, String> headers(Lead lead, String correlationId) {
        String key = defects.has(LeadDefect.LEAD_DUPLICATED_BY_RETRY)
                ? UUID.randomUUID().toString()
                : lead.leadId();
        return Map.of(Provider.IDEMPOTENCY_KEY, key, Provider.CORRELATION_ID, correlationId);
    }

    private Call call(Lead lead) {
        boolean misnamed = defects.has(LeadDefect.CAMPAIGN_UNDER_UNKNOWN_FIELD);
        return new Call(
                lead.email(),
                lead.name(),
                lead.company(),
                lead.country(),
                postcode(lead),
                defects.has(LeadDefect.LEAD_SOURCE_OVERWRITTEN) ? "website_trial" : lead.source(),
                defects.has(LeadDefect.LEAD_OWNER_NULL) ? null : Owners.of(lead),
                misnamed ? null : lead.campaign(),
                misnamed ? lead.campaign() : null,
                Map.of("lead_id", lead.leadId()));
    }

    private String postcode(Lead lead) {
        return lead.postcode() != null && defects.has(LeadDefect.POSTCODE_CUT)
                ? lead.postcode().replaceFirst(" .*", "")
                : lead.postcode();
    }
}
