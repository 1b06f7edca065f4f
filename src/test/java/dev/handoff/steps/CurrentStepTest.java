package dev.handoff.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handoff.expectation.Source;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Step;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Where a step stands is said as its author would say it. */
class CurrentStepTest {

    private static PickleStepTestStep step(String keyword, String text) {
        Step step = answering(Step.class, Map.of("getKeyword", keyword, "getText", text, "getLine", 12));
        URI uri = URI.create("classpath:features/refunds.feature");
        return answering(PickleStepTestStep.class, Map.of("getStep", step, "getUri", uri));
    }

    private static <T> T answering(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.get(method.getName())));
    }

    @Test
    void a_feature_in_the_project_is_named_from_its_folder() {
        Path file = Path.of("src/test/resources/features/refunds.feature");

        assertThat(CurrentStep.feature(file.toAbsolutePath().toUri())).isEqualTo(file.toString());
    }

    @Test
    void a_feature_elsewhere_is_named_in_full() {
        assertThat(CurrentStep.feature(URI.create("file:/somewhere/else/a%20b.feature")))
                .isEqualTo("/somewhere/else/a b.feature");
    }

    @Test
    void a_feature_of_the_class_path_is_named_without_scheme_and_slashes() {
        assertThat(CurrentStep.feature(URI.create("classpath:features/a.feature")))
                .isEqualTo("features/a.feature");
        assertThat(CurrentStep.feature(URI.create("classpath:/features/a.feature")))
                .isEqualTo("features/a.feature");
    }

    @Test
    void a_step_is_its_line_as_written() {
        assertThat(CurrentStep.source(step("Then ", "nothing else happens")))
                .isEqualTo(new Source("features/refunds.feature", 12, "Then nothing else happens"));
    }

    @Test
    void an_asterisk_is_no_word_of_a_step() {
        assertThat(CurrentStep.source(step("* ", "nothing else happens")).text())
                .isEqualTo("nothing else happens");
    }

    @Test
    void each_thread_has_a_step_of_its_own() {
        Source mine = new Source("a.feature", 1, "Then mine");
        Source theirs = new Source("a.feature", 2, "Then theirs");
        CurrentStep.rehearsing(mine);

        Source seen = CompletableFuture.supplyAsync(
                        () -> {
                            CurrentStep.rehearsing(theirs);
                            return CurrentStep.source();
                        },
                        task -> new Thread(task).start())
                .join();

        assertThat(seen).isEqualTo(theirs);
        assertThat(CurrentStep.source()).isEqualTo(mine);
    }

    @Test
    void a_scenario_without_the_plugin_cannot_start() {
        assertThatThrownBy(() -> CompletableFuture.supplyAsync(CurrentStep::testCase, task -> new Thread(task).start())
                        .join())
                .hasRootCauseInstanceOf(CannotStart.class)
                .hasMessageContaining("add dev.handoff.steps.CurrentStep to cucumber.plugin");
    }
}
