package dev.handoff.fault;

import java.util.Optional;

/** {@code hangs on the next request}: it is never answered, and does not take effect. */
public record Hangs(NextRequests requests) implements HttpFault {

    @Override
    public String describe() {
        return "hangs on " + requests.words();
    }

    @Override
    public int times() {
        return requests.times();
    }

    @Override
    public Optional<Treatment> meet(Arrival request) {
        return requests.treated(request, Treatment.lost(Treatment.End.NEVER));
    }
}
