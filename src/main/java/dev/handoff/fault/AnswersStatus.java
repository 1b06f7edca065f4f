package dev.handoff.fault;

import java.util.Optional;

/** {@code answers 503 to the next 2 requests}: the system refuses, and nothing takes effect. */
public record AnswersStatus(int status, NextRequests requests) implements HttpFault {

    /**
     * Checks its status.
     *
     * @throws IllegalArgumentException for a status that is none of an error
     */
    public AnswersStatus {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("a system refuses with a status from 400 to 599, not with " + status);
        }
    }

    public AnswersStatus(int status, int times) {
        this(status, NextRequests.of(times));
    }

    @Override
    public String describe() {
        return "answers " + status + " to " + requests.words();
    }

    @Override
    public boolean isForMail() {
        return true;
    }

    @Override
    public int times() {
        return requests.times();
    }

    @Override
    public Optional<Treatment> meet(Arrival request) {
        return requests.treated(request, Treatment.refused(Problem.answer(status)));
    }
}
