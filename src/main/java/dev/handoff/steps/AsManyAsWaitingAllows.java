package dev.handoff.steps;

import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.support.hierarchical.ParallelExecutionConfiguration;
import org.junit.platform.engine.support.hierarchical.ParallelExecutionConfigurationStrategy;

/**
 * How many scenarios run side by side. A scenario spends nearly all of its time waiting, so there are many more than
 * processors: {@value #PER_PROCESSOR} for each, at most {@value #MOST}. {@code -Dhandoff.scenarios-at-once} says another
 * number; 1 runs one after the other.
 *
 * <p>To be named in {@code junit-platform.properties}, with {@code cucumber.execution.parallel.config.strategy=custom}, as
 * {@code cucumber.execution.parallel.config.custom.class}.
 */
public final class AsManyAsWaitingAllows implements ParallelExecutionConfigurationStrategy {

    private static final int PER_PROCESSOR = 16;
    private static final int MOST = 64;
    private static final String PROPERTY = "handoff.scenarios-at-once";

    @Override
    public ParallelExecutionConfiguration createConfiguration(ConfigurationParameters ignored) {
        return new AtOnce(scenariosAtOnce(
                System.getProperty(PROPERTY), Runtime.getRuntime().availableProcessors()));
    }

    static int scenariosAtOnce(String asked, int processors) {
        if (asked == null || asked.isBlank()) {
            return Math.min(MOST, processors * PER_PROCESSOR);
        }
        try {
            int number = Integer.parseInt(asked.strip());
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw refused(asked);
        }
        throw refused(asked);
    }

    private static CannotStart refused(String asked) {
        return new CannotStart("-D" + PROPERTY + " is a number from 1 up, not \"" + asked + "\"");
    }

    /** A pool that never grows: otherwise each step that blocks would add a thread. */
    private record AtOnce(int number) implements ParallelExecutionConfiguration {
        @Override
        public int getParallelism() {
            return number;
        }

        @Override
        public int getMinimumRunnable() {
            return 0;
        }

        @Override
        public int getMaxPoolSize() {
            return number;
        }

        @Override
        public int getCorePoolSize() {
            return number;
        }

        @Override
        public int getKeepAliveSeconds() {
            return 30;
        }
    }
}
