package bench.figures;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

/** The middle of what was measured. */
final class Median {

    private Median() {}

    static <T> double of(Collection<T> measured, ToDoubleFunction<T> value) {
        double[] sorted = measured.stream().mapToDouble(value).sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
