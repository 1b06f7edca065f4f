package shop.lead;

import java.util.Map;

/** Who in sales looks after which country. */
final class Owners {

    private static final Map<String, String> BY_COUNTRY =
            Map.of("GB", "emea", "DE", "emea", "FR", "emea", "US", "americas", "CA", "americas", "JP", "apac");

    private Owners() {}

    static String of(Lead lead) {
        return BY_COUNTRY.getOrDefault(lead.country() == null ? "" : lead.country(), "inbound");
    }

    static String mailbox(Lead lead) {
        return of(lead) + "-sales@shop.example";
    }
}
