package dev.handoff.fault;

import java.util.Optional;

/** {@code accepts the next request but never answers}: it takes effect, and whoever sent it cannot know. */
public record AcceptsButNeverAnswers(NextRequests requests) implements HttpFault {

    @Override
    public String describe() {
        return "accepts " + requests.words() + " but never answers";
    }

    @Override
    public int times() {
        return requests.times();
    }

    @Override
    public Optional<Treatment> meet(Arrival request) {
        return requests.treated(request, Treatment.takenInBut(Treatment.End.NEVER));
    }
}
