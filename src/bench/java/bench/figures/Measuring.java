package bench.figures;

import java.nio.file.Path;

/**
 * How it is measured.
 *
 * @param repetitions how often each side of a comparison takes its turn
 * @param scenarios how many scenarios a suite has
 * @param threads how many of them run in parallel
 * @param allure whether Allure's listener is on, at every side
 * @param folder where everything goes that is written on the way
 */
public record Measuring(int repetitions, int scenarios, int threads, boolean allure, Path folder) {

    /** As {@code -Dbench.repetitions}, {@code .scenarios}, {@code .threads} and {@code .allure} say. */
    public static Measuring asSaid(Path folder) {
        return new Measuring(
                Integer.getInteger("bench.repetitions", 5),
                Integer.getInteger("bench.scenarios", 200),
                Integer.getInteger("bench.threads", 64),
                !"false".equals(System.getProperty("bench.allure")),
                folder);
    }
}
