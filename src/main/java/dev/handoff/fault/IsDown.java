package dev.handoff.fault;

import java.util.Optional;

/** {@code is down}: every connection is reset, and nothing takes effect. */
public record IsDown() implements HttpFault {

    @Override
    public String describe() {
        return "is down";
    }

    @Override
    public Optional<Treatment> meet(Arrival request) {
        return Optional.of(Treatment.lost(Treatment.End.RESET));
    }
}
