package shop.ticket;

import java.util.Map;
import shop.defect.Defects;
import shop.provider.Provider;
import shop.retry.GivenUp;

/** The system that wakes people. It knows by the deduplication key what it has woken somebody for already. */
final class OnCall {

    private static final String TEAM = "support";
    private static final String OTHER_TEAM = "payments";

    private final Provider provider;
    private final Defects defects;

    OnCall(Provider provider, Defects defects) {
        this.provider = provider;
        this.defects = defects;
    }

    private record Event(String event_action, String dedup_key, Payload payload) {}

    private record Payload(String summary, String severity, String source, String group) {}

    void page(Ticket ticket, String correlationId) throws GivenUp, InterruptedException {
        provider.post(
                "/v2/enqueue",
                new Event(
                        "trigger",
                        defects.has(TicketDefect.PAGE_WITHOUT_DEDUP_KEY) ? null : ticket.id(),
                        new Payload(
                                "Nobody has acknowledged: " + ticket.subject(),
                                "critical",
                                "shop",
                                defects.has(TicketDefect.PAGE_TO_WRONG_TEAM) ? OTHER_TEAM : TEAM)),
                Map.of(Provider.CORRELATION_ID, correlationId));
    }
}
