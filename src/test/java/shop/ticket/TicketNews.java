package shop.ticket;

/** What everybody may know of a ticket. Who the customer is, the desk alone needs to know. */
record TicketNews(String ticketId, String priority) {

    static TicketNews of(Ticket ticket) {
        return new TicketNews(ticket.id(), ticket.priority().label());
    }
}
