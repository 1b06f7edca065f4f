package dev.handoff.fault;

import java.util.Optional;

/** {@code accepts the next request but answers 500}: it takes effect, and whoever sent it is told that it did not. */
public record AcceptsButAnswers(int status, NextRequests requests) implements HttpFault {

    /**
     * Checks its status.
     *
     * @throws IllegalArgumentException for a status that is none of an error
     */
    public AcceptsButAnswers {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException(
                    "what is accepted but answered as if it were not has a status from 400 to 599, not " + status);
        }
    }

    @Override
    public String describe() {
        return "accepts " + requests.words() + " but answers " + status;
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
        return requests.treated(request, Treatment.takenInBut(Problem.answer(status)));
    }
}
