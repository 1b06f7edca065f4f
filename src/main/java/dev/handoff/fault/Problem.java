package dev.handoff.fault;

import java.util.Map;

/** What a system answers that refuses, after RFC 9457. */
final class Problem {

    private static final String TYPE = "application/problem+json";

    private Problem() {}

    static Answer answer(int status) {
        return answer(status, Map.of(), "");
    }

    /**
     * @param more further fields of the body, each with a comma before it
     */
    static Answer answer(int status, Map<String, String> headers, String more) {
        return new Answer(status, headers, TYPE, "{\"title\":\"refused on purpose\",\"status\":" + status + more + "}");
    }
}
