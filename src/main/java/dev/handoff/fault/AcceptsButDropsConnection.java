package dev.handoff.fault;

import java.util.Optional;

/** {@code accepts the next request but drops the connection}: it takes effect, and whoever sent it cannot know. */
public record AcceptsButDropsConnection(NextRequests requests) implements HttpFault {

    @Override
    public String describe() {
        return "accepts " + requests.words() + " but drops the connection";
    }

    @Override
    public int times() {
        return requests.times();
    }

    @Override
    public Optional<Treatment> meet(Arrival request) {
        return requests.treated(request, Treatment.takenInBut(Treatment.End.RESET));
    }
}
