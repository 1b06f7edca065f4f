package dev.handoff.fault;

import java.util.Map;

/** {@code answers 503 to the next 2 requests}: the system refuses, and nothing takes effect. */
public record AnswersStatus(int status, int times) implements HttpFault {

    /**
     * Checks its numbers.
     *
     * @throws IllegalArgumentException for a status that is none of an error, or fewer than one request
     */
    public AnswersStatus {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("a system refuses with a status from 400 to 599, not with " + status);
        }
        if (times < 1) {
            throw new IllegalArgumentException("a fault meets one request or more, not " + times);
        }
    }

    @Override
    public String describe() {
        return "answers " + status + " to the next " + (times == 1 ? "request" : times + " requests");
    }

    @Override
    public Answer answer() {
        return new Answer(
                status,
                Map.of(),
                "application/problem+json",
                "{\"title\":\"refused on purpose\",\"status\":" + status + "}");
    }
}
