package shop.ticket;

import shop.defect.Defect;

enum TicketDefect implements Defect {
    NOTIFICATION_WITH_NULL_PRIORITY("the desk's level is looked up by another spelling, and null is what is found"),
    TICKET_NOTIFIED_LATE("the support desk is told only when a slow batch comes round"),
    TICKET_CONFIRMED_TWICE(
            "the mail server's slow answer is taken for a failure, and the confirmation is mailed again"),
    ESCALATION_NEVER_FIRES("the escalation is planned under a name that the scheduler does not know"),
    ESCALATION_IN_MINUTES("the time limit is read as minutes: an urgent ticket escalates after two"),
    ESCALATION_DESPITE_ACKNOWLEDGEMENT("nobody looks whether the ticket was acknowledged when its time is up"),
    EVERY_TICKET_ESCALATES("the priority is not looked at: normal tickets wake somebody, too"),
    PAGED_AT_EVERY_TICK("the escalation plans itself anew every quarter of an hour"),
    PAGE_WITHOUT_DEDUP_KEY("the page carries no deduplication key"),
    PAGE_TO_WRONG_TEAM("the page goes to the team of the shop's payments"),
    ESCALATION_LOSES_CORRELATION_ID("the scheduler's thread begins a correlation ID of its own for the event");

    private final String change;

    TicketDefect(String change) {
        this.change = change;
    }

    @Override
    public String workflow() {
        return "ticket";
    }

    @Override
    public String change() {
        return change;
    }
}
