package dev.handoff.sandbox.http;

import dev.handoff.journal.Message;
import java.util.Map;

/** A request as a stand-in received it. */
record HttpRequest(String method, String path, Map<String, String> query, Message content) {}
