package dev.handoff.run;

/**
 * Which link is followed, and whether as it was mailed.
 *
 * @param mail which of the mails that were found it is in; the first is 1
 * @param changed whether its token is changed before
 */
public record MailedLink(int mail, boolean changed) {}
