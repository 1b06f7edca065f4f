package dev.handoff.sandbox.http;

import dev.handoff.journal.Message;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request as a stand-in received it.
 *
 * @param body the bytes that came, as many as are kept
 */
record HttpRequest(String method, String path, Map<String, String> query, Message content, byte[] body) {

    HttpRequest(String method, String path, Map<String, String> query, Message content) {
        this(method, path, query, content, content.text().getBytes(StandardCharsets.UTF_8));
    }
}
