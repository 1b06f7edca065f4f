package dev.handoff.expectation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** A condition on one value. */
interface Matcher {

    /**
     * Whether a value fulfils it.
     *
     * @param value missing when there is none
     * @param at when the delivery was captured
     */
    boolean matches(JsonNode value, Instant at);

    /** The condition in words, with its type. */
    String expected();
}
