package shop.lead;

import shop.defect.Defect;

enum LeadDefect implements Defect {
    LEAD_SOURCE_OVERWRITTEN("a default of the CRM client replaces the source: every lead comes from website_trial"),
    LEAD_OWNER_NULL("the owner is looked up after the lead was serialised: null reaches the CRM"),
    CRM_UPDATE_SWALLOWED_AFTER_429("the CRM's 429 is logged and taken as done: the lead is never sent again"),
    LEAD_DUPLICATED_BY_RETRY("the worker makes a new idempotency key for each attempt"),
    POSTCODE_CUT("the form takes a partial postcode, the mapping to the CRM drops what follows the space"),
    CAMPAIGN_UNDER_UNKNOWN_FIELD("the campaign is sent as utm_campaign, which the CRM drops without a word"),
    DOUBLE_CLICK_MAKES_TWO_LEADS("the check for a lead of the same visitor and campaign was taken out"),
    IDENTIFY_MISSING("analytics is sent the event without being told who the visitor is"),
    DEMO_CONFIRMATION_TO_SALES("the confirmation goes to the owner of the lead instead of the visitor"),
    SALES_TOLD_BEFORE_CRM("sales is told when the form arrives, before there is a lead in the CRM"),
    CONFIRMATION_DEAD_LETTERED("the confirmation's template needs a name: without one the message is parked silently"),
    CRM_FAILURE_WITHOUT_ALARM("when the CRM refuses a lead for good, nobody is told"),
    CAPTURED_EVENT_VERSION_DROPPED("the lead captured event is published without its version");

    private final String change;

    LeadDefect(String change) {
        this.change = change;
    }

    @Override
    public String workflow() {
        return "lead";
    }

    @Override
    public String change() {
        return change;
    }
}
