package dev.handoff.expectation;

import dev.handoff.journal.Attributed;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The deliveries that bear on a count, by how they bear on it. */
final class Tally {
    final List<Captured> matching = new ArrayList<>();
    final List<Captured> others = new ArrayList<>();
    final List<Captured> attempts = new ArrayList<>();
    final List<Captured> inTime = new ArrayList<>();
    final List<Captured> perhapsInTime = new ArrayList<>();
    final List<Captured> late = new ArrayList<>();
    final List<Attributed> contested;
    final List<Captured> strays;
    private final Count count;
    private final Snapshot snapshot;
    private final Instant deadline;
    private final boolean windowStated;

    /**
     * @param deadline the last instant that is in time
     * @param windowStated whether the sentence gave the window itself
     */
    Tally(Count count, Snapshot snapshot, Instant deadline, boolean windowStated) {
        this.count = count;
        this.snapshot = snapshot;
        this.deadline = deadline;
        this.windowStated = windowStated;
        snapshot.effects().stream()
                .map(Attributed::captured)
                .filter(this::isOfKind)
                .forEach(this::add);
        contested = snapshot.contested().stream()
                .filter(delivery -> isOfKind(delivery.captured()) && isEffectThatFits(delivery.captured()))
                .map(delivery ->
                        new Attributed(stateThatFits(delivery.captured()).orElseThrow(), delivery.claims()))
                .toList();
        strays = snapshot.strays().stream()
                .filter(stray -> isOfKind(stray) && (isEffectThatFits(stray) || isUnreadableEffect(stray)))
                .map(stray -> stateThatFits(stray).orElse(stray))
                .toList();
    }

    /** Deliveries of which too little was kept to compare them with a table. */
    List<String> unreadable() {
        return Stream.concat(snapshot.effects().stream(), snapshot.contested().stream())
                .map(Attributed::captured)
                .filter(captured -> isOfKind(captured)
                        && !count.fields().isEmpty()
                        && captured.content().cutAt() > 0)
                .map(captured -> "#" + captured.index() + " was cut at "
                        + captured.content().cutAt() + " bytes, and so cannot be compared with the table")
                .toList();
    }

    private boolean isOfKind(Captured captured) {
        return count.effect().name().equals(captured.effect());
    }

    private boolean isEffectThatFits(Captured captured) {
        return captured.isEffect() && stateThatFits(captured).isPresent();
    }

    /** The first state of an effect that fits the table; what it became later does not undo it. */
    private Optional<Captured> stateThatFits(Captured captured) {
        return snapshot.states(captured).stream()
                .filter(state -> Fields.of(state).mismatches(count.fields()).isEmpty())
                .findFirst();
    }

    private static boolean isUnreadableEffect(Captured captured) {
        return captured.isEffect() && captured.content().cutAt() > 0;
    }

    private void add(Captured captured) {
        if (!captured.isEffect()) {
            attempts.add(captured);
        } else {
            stateThatFits(captured).ifPresentOrElse(this::addMatching, () -> others.add(lastState(captured)));
        }
    }

    private void addMatching(Captured state) {
        matching.add(state);
        (!state.occurred().latest().isAfter(deadline) ? inTime : isLate(state) ? late : perhapsInTime).add(state);
    }

    private Captured lastState(Captured captured) {
        List<Captured> states = snapshot.states(captured);
        return states.get(states.size() - 1);
    }

    /** What counts against a limit: everything seen, but for a limit with a window of its own only what lies in that. */
    List<Captured> tooMany() {
        return isAboutItsWindow() ? inTime : matching;
    }

    private boolean bearsOnLimit(Captured captured) {
        return !isAboutItsWindow() || !isLate(captured);
    }

    /** A limit alone whose sentence gives the window: {@code no payout within 5 seconds}. */
    boolean isAboutItsWindow() {
        return count.max() != null && count.min() == 0 && windowStated;
    }

    private boolean isLate(Captured captured) {
        return captured.occurred().earliest().isAfter(deadline);
    }

    /** What leaves open whether a limit holds. */
    List<String> perhapsTooMany() {
        List<Attributed> others = contested.stream()
                .filter(delivery -> bearsOnLimit(delivery.captured()))
                .toList();
        List<Captured> unsure = isAboutItsWindow() ? perhapsInTime : List.of();
        return tooMany().size() + others.size() + unsure.size() > count.max() ? doubts(others, unsure) : List.of();
    }

    /** Deliveries of nobody that would be too many, together with what else may be ours, if they were ours. */
    List<Captured> straysBeyondLimit() {
        List<Captured> bearing = strays.stream().filter(this::bearsOnLimit).toList();
        long perhapsOurs = contested.stream()
                .filter(delivery -> bearsOnLimit(delivery.captured()))
                .count();
        int perhapsInWindow = isAboutItsWindow() ? perhapsInTime.size() : 0;
        return tooMany().size() + perhapsInWindow + perhapsOurs + bearing.size() > count.max() ? bearing : List.of();
    }

    /**
     * What leaves open whether enough came in time.
     *
     * @param restless whether work is still in flight: it may yet name what by now fits no scenario
     */
    List<String> perhapsEnough(boolean restless) {
        List<Attributed> others = contested.stream()
                .filter(delivery -> !isLate(delivery.captured()))
                .toList();
        List<Captured> unnamed =
                restless ? strays.stream().filter(stray -> !isLate(stray)).toList() : List.of();
        if (inTime.size() + others.size() + perhapsInTime.size() + unnamed.size() < count.min()) {
            return List.of();
        }
        List<String> doubts = doubts(others, perhapsInTime);
        unnamed.forEach(stray -> doubts.add(Visibility.stray(stray) + " so far, and work may still be in flight"));
        return doubts;
    }

    private List<String> doubts(List<Attributed> others, List<Captured> unsure) {
        List<String> doubts = new ArrayList<>();
        others.forEach(delivery -> doubts.add(new Visibility(snapshot).contest(delivery)));
        unsure.forEach(captured -> doubts.add(Visibility.straddles(captured.index())));
        return doubts;
    }
}
