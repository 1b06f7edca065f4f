package dev.handoff.expectation;

import dev.handoff.journal.Attributed;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what came nearest to an effect that is missing: across systems, and across scenarios. Each row that does not
 * hold is a step away, and so is each way in which the delivery is another.
 */
final class NearMisses {

    private static final int ROW = 2;
    private static final int STRAY = 3;
    private static final int CONTESTED = 3;
    private static final int UNNAMED = 3;
    private static final int OF_ANOTHER_SCENARIO_WITH_OUR_VALUE = 2;
    private static final int OF_ANOTHER_SCENARIO = 5;
    private static final int ANOTHER_EFFECT = 6;
    private static final int ANOTHER_SYSTEM = 7;

    private final Snapshot snapshot;
    private final Count count;
    private final Visibility visibility;
    private final OwnValues ownValues;

    NearMisses(Snapshot snapshot, Count count) {
        this.snapshot = snapshot;
        this.count = count;
        this.visibility = new Visibility(snapshot);
        this.ownValues = new OwnValues(snapshot);
    }

    /** The nearest of all. */
    Optional<NearMiss> nearest() {
        return Stream.of(ofOwn(), ofStrays(), ofContested(), ofOthers())
                .flatMap(misses -> misses)
                .min(NearMiss.NEAREST_FIRST);
    }

    /** The scenario's own effects of this name that do not fit the table. */
    Optional<NearMiss> nearestOfOwnName(List<Captured> unfit) {
        return unfit.stream()
                .map(captured -> new NearMiss(captured, rows(captured), null))
                .min(NearMiss.NEAREST_FIRST);
    }

    /** A stray of this name that fits the table. */
    NearMiss stray(Captured stray) {
        return new NearMiss(stray, STRAY + rows(stray), ForeignId.mark(stray));
    }

    private Stream<NearMiss> ofOwn() {
        return snapshot.effects().stream()
                .map(Attributed::captured)
                .filter(captured -> captured.isEffect() && !isOfName(captured))
                .filter(this::isComparable)
                .flatMap(captured -> another(captured).stream());
    }

    private Optional<NearMiss> another(Captured captured) {
        boolean sameSystem = captured.system().equals(count.effect().system());
        if (!sameSystem && !holdsMuch(captured)) {
            return Optional.empty();
        }
        String mark = captured.effect() == null
                ? "an effect that the vocabulary has no name for"
                : "another effect: " + captured.effect();
        int distance = !sameSystem ? ANOTHER_SYSTEM : captured.effect() == null ? UNNAMED : ANOTHER_EFFECT;
        return Optional.of(new NearMiss(
                captured, distance + rows(captured), sameSystem ? mark : mark + ", in " + captured.system()));
    }

    private Stream<NearMiss> ofStrays() {
        return snapshot.strays().stream()
                .filter(stray -> stray.isEffect() && (isOfName(stray) || isAlike(stray)))
                .filter(this::isComparable)
                .map(stray -> isOfName(stray)
                        ? stray(stray)
                        : new NearMiss(stray, STRAY + UNNAMED + rows(stray), ForeignId.mark(stray)));
    }

    private boolean isAlike(Captured stray) {
        return stray.effect() == null && stray.system().equals(count.effect().system()) && holdsMuch(stray);
    }

    private Stream<NearMiss> ofContested() {
        return snapshot.contested().stream()
                .filter(contested -> contested.captured().isEffect() && isOfName(contested.captured()))
                .filter(contested -> isComparable(contested.captured()))
                .map(contested -> new NearMiss(
                        contested.captured(),
                        CONTESTED + rows(contested.captured()),
                        "fits this scenario and " + visibility.others(contested) + ", so it belongs to neither"));
    }

    private Stream<NearMiss> ofOthers() {
        return snapshot.elsewhere().stream()
                .filter(other -> other.captured().isEffect() && isOfName(other.captured()))
                .filter(other -> isComparable(other.captured()))
                .flatMap(other -> ofAnotherScenario(other).stream());
    }

    private Optional<NearMiss> ofAnotherScenario(Attributed other) {
        Captured captured = other.captured();
        Optional<String> ours = ownValues.in(captured);
        if (ours.isEmpty() && !(holdsMuch(captured) && rows(captured) == 0)) {
            return Optional.empty();
        }
        String mark = "belongs to " + visibility.others(other) + " (" + other.proof() + ")"
                + ours.map(value -> ", and carries " + value + " of this scenario")
                        .orElse("");
        int distance = ours.isPresent() ? OF_ANOTHER_SCENARIO_WITH_OUR_VALUE : OF_ANOTHER_SCENARIO;
        return Optional.of(new NearMiss(captured, distance + rows(captured), mark));
    }

    private boolean isOfName(Captured captured) {
        return count.effect().name().equals(captured.effect());
    }

    /** What holds none of the values that the table gives is not nearly it. */
    private boolean isComparable(Captured captured) {
        return telling().isEmpty() || held(captured) > 0;
    }

    private boolean holdsMuch(Captured captured) {
        return held(captured) > 0 && 2 * held(captured) >= telling().size();
    }

    private long held(Captured captured) {
        List<Field> telling = telling();
        return telling.size() - Fields.of(captured).mismatches(telling).size();
    }

    /** The rows that give a value, and so do not hold for most other deliveries. */
    private List<Field> telling() {
        return count.fields().stream()
                .filter(row ->
                        !(Matchers.of(row.cell()) instanceof AnyValue) && !(Matchers.of(row.cell()) instanceof Absent))
                .toList();
    }

    private int rows(Captured captured) {
        return ROW * Fields.of(captured).mismatches(count.fields()).size();
    }
}
