package dev.handoff.action;

import dev.handoff.journal.Message;
import java.util.Map;

/**
 * A request with all its values, ready to be sent, as often as wanted.
 *
 * @param url absolute
 * @param query parameters to be encoded into the address
 */
record Prepared(String method, String url, Map<String, String> query, Message content, boolean followRedirects) {}
