package dev.handoff.journal;

import java.time.Instant;

/**
 * A request of an action, or of a fault, to the application, and its answer.
 *
 * @param action the index of the action that it belongs to; 0 where a fault sent it
 * @param sent when the request left
 * @param status of the answer; 0 when there was none
 * @param answer null when there was none
 * @param failure why there was no answer; null when there was one
 * @param onTheWay whether more follows in the same action: a redirect that is followed, or a further request. The answer
 *     to the action is what is not on the way
 */
public record Exchanged(
        long index,
        Instant at,
        String scenario,
        long action,
        Instant sent,
        String method,
        String url,
        Message request,
        int status,
        Message answer,
        String failure,
        boolean onTheWay)
        implements Entry, ScenarioEntry {}
