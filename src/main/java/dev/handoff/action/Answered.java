package dev.handoff.action;

import dev.handoff.journal.Message;
import java.util.Map;

/**
 * What the application answered, unmasked: for this moment only, never written anywhere.
 *
 * @param url of the request that got this answer, the last one where redirects were followed
 */
record Answered(String url, int status, Message content, Map<String, String> cookies) {}
