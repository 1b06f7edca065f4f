package dev.handoff.steps;

import dev.handoff.expectation.Source;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.StepDefinedEvent;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestRunStarted;
import io.cucumber.plugin.event.TestSourceRead;
import io.cucumber.plugin.event.TestStepStarted;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Knows which step is running, so that failure texts can point at the line that its author wrote. To be named in {@code
 * cucumber.plugin}.
 */
public final class CurrentStep implements ConcurrentEventListener {

    private static final ThreadLocal<TestCase> CASE = new ThreadLocal<>();
    private static final ThreadLocal<Source> STEP = new ThreadLocal<>();
    private static final Map<String, String> SENTENCES = new ConcurrentSkipListMap<>();

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(
                StepDefinedEvent.class,
                event -> SENTENCES.put(
                        event.getStepDefinition().getPattern(),
                        event.getStepDefinition().getLocation()));
        publisher.registerHandlerFor(
                TestSourceRead.class, event -> ScenarioTexts.read(event.getUri(), event.getSource()));
        publisher.registerHandlerFor(TestCaseStarted.class, event -> CASE.set(event.getTestCase()));
        publisher.registerHandlerFor(TestCaseFinished.class, RunCoverage::finished);
        publisher.registerHandlerFor(
                TestRunStarted.class,
                // so late that everybody else has seen the end of a scenario when this breaks it
                begun -> publisher.registerHandlerFor(TestCaseFinished.class, Mistakes::checkDryRun));
        publisher.registerHandlerFor(TestStepStarted.class, event -> {
            if (event.getTestStep() instanceof PickleStepTestStep step) {
                STEP.set(source(step));
            }
        });
    }

    /** The step that this thread is executing. */
    static Source source() {
        return STEP.get();
    }

    /** The step that this thread rehearses. */
    static void rehearsing(Source source) {
        STEP.set(source);
    }

    static Source source(PickleStepTestStep step) {
        String keyword = step.getStep().getKeyword().strip();
        return new Source(
                feature(step.getUri()),
                step.getStep().getLine(),
                (keyword.equals("*") ? "" : keyword + " ") + step.getStep().getText());
    }

    /** The scenario that this thread is executing. */
    static TestCase testCase() {
        TestCase testCase = CASE.get();
        if (testCase == null) {
            throw new CannotStart(
                    "add dev.handoff.steps.CurrentStep to cucumber.plugin in junit-platform.properties: without"
                            + " it, no failure could say where it stands");
        }
        return testCase;
    }

    /** All sentences that are defined. */
    static Collection<String> sentences() {
        return SENTENCES.keySet();
    }

    /** The feature file as its author would name it. */
    static String feature(URI uri) {
        if ("file".equals(uri.getScheme())) {
            Path file = Path.of(uri.getPath());
            Path here = Path.of("").toAbsolutePath();
            return (file.startsWith(here) ? here.relativize(file) : file).toString();
        }
        return uri.getSchemeSpecificPart().replaceFirst("^/+", "");
    }
}
