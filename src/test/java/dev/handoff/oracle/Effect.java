package dev.handoff.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A delivery that really happened.
 *
 * @param place of its line in the story
 * @param seenAt the place of the line at which a probe captured it; {@link Integer#MAX_VALUE} if none ever did
 * @param earliest when it happened at the earliest, as far as its probe can tell
 * @param latest when it happened at the latest
 * @param values that its payload carries
 * @param states that probes saw it change to later, in order
 */
record Effect(int place, Line line, int seenAt, long earliest, long latest, List<Carried> values, List<Effect> states) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Effect effect && effect.place == place;
    }

    @Override
    public int hashCode() {
        return place;
    }

    long at() {
        return line.at();
    }

    String system() {
        return line.says("kind") ? Story.systemOf(line.fact("kind")) : line.fact("system");
    }

    /** Null when the vocabulary has no name for it. */
    String kind() {
        return line.fact("kind");
    }

    boolean isAccepted() {
        return !line.says("disposition");
    }

    int status() {
        return line.says("status") ? (int) line.number("status") : 201;
    }

    boolean isBy(String scenario) {
        return scenario.equals(line.fact("by"));
    }

    boolean isSeenBy(int place) {
        return seenAt <= place;
    }

    /** Whether it carries anything by which it may be told whose it is. */
    boolean isMarked() {
        return line.says("corr") || line.says("tracer") || !values.isEmpty();
    }

    /** It as it is since a change that a poll met. */
    Effect since(Line change, int seen, long notBefore, long notAfter) {
        Line now = change.says("amount") ? line.with("amount", change.fact("amount")) : line.without("amount");
        return new Effect(place, now.at(change.at()), seen, notBefore, notAfter, values, List.of());
    }

    /** It as its first poll shows it, that had changed before. */
    Effect foundAs(Line change) {
        Line now = change.says("amount") ? line.with("amount", change.fact("amount")) : line.without("amount");
        return new Effect(place, now, seenAt, earliest, latest, values, List.of());
    }

    Effect with(List<Effect> later) {
        return new Effect(place, line, seenAt, earliest, latest, values, List.copyOf(later));
    }

    /** It as it was when it first was so. */
    Optional<Effect> when(Predicate<Effect> so) {
        return Stream.concat(Stream.of(this), states.stream()).filter(so).findFirst();
    }

    static List<Carried> values(Line line) {
        List<Carried> carried = new ArrayList<>();
        line.facts().forEach((name, value) -> {
            int colon = name.indexOf(':');
            if (colon > 0) {
                carried.add(new Carried(name.substring(0, colon), name.substring(colon + 1), value));
            }
        });
        return carried;
    }

    /**
     * A value in a payload.
     *
     * @param where {@code body}, {@code header}, {@code query}: a field of the key's own name; {@code alias}: of its other
     *     name; {@code foreign}, {@code text}, {@code list}: anywhere else; {@code inside}: as a piece of a longer value
     */
    record Carried(String where, String name, String value) {}
}
