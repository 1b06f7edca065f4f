package shop.ticket;

/** A ticket as the database has it. */
record Ticket(String id, String email, String subject, Priority priority, boolean acknowledged) {}
