package dev.handoff.fault;

import java.util.Map;

/** {@code is down}: nothing reaches the system. */
public record IsDown() implements HttpFault {

    @Override
    public String describe() {
        return "is down";
    }

    @Override
    public int times() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Answer answer() {
        return new Answer(503, Map.of(), null, "");
    }
}
