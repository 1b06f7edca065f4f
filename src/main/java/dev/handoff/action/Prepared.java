package dev.handoff.action;

import dev.handoff.journal.Message;

/**
 * A request with all its values, ready to be sent, as often as wanted.
 *
 * @param url absolute and encoded
 */
record Prepared(String method, String url, Message content, boolean followRedirects) {}
