package shop.lead;

/** What the messages about a lead say of it; {@code kind} is {@code demo} or {@code form}. */
record Lead(
        String leadId,
        String kind,
        String email,
        String name,
        String company,
        String country,
        String postcode,
        String campaign) {

    boolean wantsDemo() {
        return kind.equals("demo");
    }

    String source() {
        return wantsDemo() ? "website_demo_request" : "website_lead_form";
    }
}
