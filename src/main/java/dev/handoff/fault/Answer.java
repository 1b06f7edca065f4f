package dev.handoff.fault;

import java.util.Map;

/**
 * What a stand-in answers over HTTP.
 *
 * @param contentType null without a body
 * @param body empty without one
 */
public record Answer(int status, Map<String, String> headers, String contentType, String body) {

    public Answer {
        headers = Map.copyOf(headers);
    }
}
