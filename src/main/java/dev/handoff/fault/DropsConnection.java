package dev.handoff.fault;

import java.util.Optional;

/** {@code drops the connection once}: it is reset, and nothing takes effect. */
public record DropsConnection(int times) implements HttpFault {

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException for fewer than one
     */
    public DropsConnection {
        if (times < 1) {
            throw new IllegalArgumentException("a connection is dropped once or more often, not " + times + " times");
        }
    }

    @Override
    public String describe() {
        return "drops the connection " + (times == 1 ? "once" : times + " times");
    }

    @Override
    public Optional<Treatment> meet(Arrival request) {
        return Optional.of(Treatment.lost(Treatment.End.RESET));
    }
}
