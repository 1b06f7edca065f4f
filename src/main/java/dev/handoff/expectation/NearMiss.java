package dev.handoff.expectation;

import dev.handoff.journal.Captured;
import java.util.Comparator;
import java.util.List;

/**
 * A delivery that is nearly what was expected.
 *
 * @param distance how far it is from that; see {@link NearMisses}
 * @param mark what makes it another; null when only its fields do
 */
record NearMiss(Captured captured, int distance, String mark) {

    static final Comparator<NearMiss> NEAREST_FIRST =
            Comparator.comparingInt(NearMiss::distance).thenComparingLong(miss -> miss.captured.index());

    Sighting sighting(List<Field> rows) {
        Fields fields = Fields.of(captured);
        return rows.isEmpty()
                ? new Sighting(captured.index(), fields.brief(List.of()), mark)
                : new Sighting(captured.index(), fields.identity(), mark, fields.compare(rows));
    }
}
