package dev.handoff.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a request that meets a fault.
 *
 * @param takenIn whether it takes effect
 * @param instead what is answered instead of the system's own answer
 * @param end how the exchange ends
 * @param after how long after its arrival it ends so; the request is taken in at once
 * @param dropped paths of fields that the system does not keep
 */
public record Treatment(boolean takenIn, Optional<Answer> instead, End end, Duration after, List<String> dropped) {

    /** How an exchange ends. */
    public enum End {
        /** With an answer. */
        ANSWER,
        /** The connection is reset, without an answer. */
        RESET,
        /** Not at all: the connection stays open until the caller gives up. */
        NEVER
    }

    /** As if there were no fault. */
    public static final Treatment NONE = new Treatment(true, Optional.empty(), End.ANSWER, Duration.ZERO, List.of());

    public Treatment {
        dropped = List.copyOf(dropped);
    }

    /** It is answered so and does not take effect. */
    public static Treatment refused(Answer answer) {
        return new Treatment(false, Optional.of(answer), End.ANSWER, Duration.ZERO, List.of());
    }

    /** It does not take effect, and no answer comes. */
    public static Treatment lost(End end) {
        return new Treatment(false, Optional.empty(), end, Duration.ZERO, List.of());
    }

    /** It takes effect, and something else is answered. */
    public static Treatment takenInBut(Answer answer) {
        return new Treatment(true, Optional.of(answer), End.ANSWER, Duration.ZERO, List.of());
    }

    /** It takes effect, and no answer comes. */
    public static Treatment takenInBut(End end) {
        return new Treatment(true, Optional.empty(), end, Duration.ZERO, List.of());
    }

    /** The exchange ends later. */
    public static Treatment late(Duration after) {
        return new Treatment(true, Optional.empty(), End.ANSWER, after, List.of());
    }

    /** It takes effect without a field. */
    public static Treatment without(String field) {
        return new Treatment(true, Optional.empty(), End.ANSWER, Duration.ZERO, List.of(field));
    }

    /** This, and what another fault does that does not decide what becomes of the request. */
    Treatment and(Treatment more) {
        List<String> fields = new ArrayList<>(dropped);
        fields.addAll(more.dropped);
        return new Treatment(
                takenIn,
                instead,
                end,
                after.compareTo(more.after) > 0 ? after : more.after,
                takenIn ? fields : List.of());
    }

    /** Whether whoever sent the request is not told, at once and rightly, that it was taken in. */
    public boolean leavesUntold() {
        return end != End.ANSWER || instead.isPresent();
    }

    /** Whether the exchange stays open after the request has been dealt with. */
    public boolean isHeld() {
        return end == End.NEVER || !after.isZero();
    }
}
