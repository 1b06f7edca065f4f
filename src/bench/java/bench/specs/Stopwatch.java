package bench.specs;

import com.sun.management.OperatingSystemMXBean;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStepFinished;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Notes when scenarios began and ended and what came of them. The same for every side. */
public final class Stopwatch implements ConcurrentEventListener {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final Map<UUID, Long> STARTED = new ConcurrentHashMap<>();
    private static final Map<UUID, Long> LAST_STEP = new ConcurrentHashMap<>();
    private static final ConcurrentLinkedQueue<SpecsResult.ScenarioResult> ENDED = new ConcurrentLinkedQueue<>();
    private static long firstStarted;
    private static long cpuAtFirst;
    private static volatile long lastEnded;

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestCaseStarted.class, event -> {
            noteFirst();
            STARTED.put(event.getTestCase().getId(), micros());
        });
        publisher.registerHandlerFor(TestStepFinished.class, event -> {
            if (event.getTestStep() instanceof PickleStepTestStep) {
                LAST_STEP.put(event.getTestCase().getId(), micros());
            }
        });
        publisher.registerHandlerFor(TestCaseFinished.class, event -> {
            lastEnded = micros();
            UUID id = event.getTestCase().getId();
            ENDED.add(new SpecsResult.ScenarioResult(
                    event.getTestCase().getName(),
                    event.getResult().getStatus().isOk(),
                    STARTED.get(id),
                    LAST_STEP.getOrDefault(id, 0L)));
        });
    }

    private static synchronized void noteFirst() {
        if (firstStarted == 0) {
            firstStarted = micros();
            cpuAtFirst = PROCESS.getProcessCpuTime();
        }
    }

    /** What was seen, when all has ended. */
    static SpecsResult result() {
        long jvmStarted = ManagementFactory.getRuntimeMXBean().getStartTime() * 1000;
        return new SpecsResult(
                (firstStarted - jvmStarted) / 1e6,
                (lastEnded - firstStarted) / 1e6,
                cpuAtFirst / 1e9,
                PROCESS.getProcessCpuTime() / 1e9,
                List.copyOf(ENDED));
    }

    private static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
