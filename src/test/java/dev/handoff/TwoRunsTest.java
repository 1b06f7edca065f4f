package dev.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.journal.Captured;
import dev.handoff.journal.Claim;
import dev.handoff.journal.Claimed;
import dev.handoff.journal.Entry;
import dev.handoff.journal.ScenarioStarted;
import dev.handoff.recording.Recording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two runs of 100 scenarios each, 50 refunds and 50 signups, at once in one environment that docker-compose brought up:
 * all are green, and none sees an effect of the other as its own. Windows are long, for how fast Shop is on a busy machine
 * is not asked here. {@code -Dhandoff.test.external=true}; where the
 * environment is, its variables say.
 */
@EnabledIfSystemProperty(named = "handoff.test.external", matches = "true")
class TwoRunsTest {

    private static final int OF_EACH = 50;
    private static final String AT_ONCE = "16";
    private static final String REFUND = """
              Scenario: Refund %1$d
                Given a customer has paid 80.00 USD for an order
                When the customer requests a refund of %1$d.00 USD
                Then the response status is 202
                And exactly one provider refund is created within 60 seconds
                And exactly one ledger entry is posted within 60 seconds
                And exactly one refund completed event is published within 60 seconds
                And exactly one refund receipt is sent within 60 seconds
                And exactly one support notification is sent within 60 seconds
                And nothing else happens
                And exactly one provider refund is created with:
                  | amount                  | %1$d00           |
                  | metadata.correlation_id | ${correlationId} |
                And exactly one refund receipt is sent with:
                  | to | ${email} |
            """;
    private static final String SIGNUP = """
              Scenario: Signup %1$d
                When a visitor signs up for the "team" plan of "Analytical Engines %1$d"
                Then the response status is 201
                And exactly one user record is created within 60 seconds
                And exactly one organisation record is created within 60 seconds
                And exactly one entitlement is created within 60 seconds
                And exactly one billing trial is created within 60 seconds
                And exactly one CRM contact is created within 60 seconds
                And exactly one signup completed event is published within 60 seconds
                And exactly one welcome email is sent within 60 seconds
                And exactly one analytics event is recorded within 60 seconds
                And nothing else happens
                And exactly one CRM contact is created with:
                  | email   | ${email}                |
                  | company | Analytical Engines %1$d |
            """;

    @TempDir
    private static Path folder;

    @Test
    void two_runs_at_once_see_nothing_of_each_other() throws Exception {
        CompletableFuture<SpecRun> one = CompletableFuture.supplyAsync(() -> run("one"));
        CompletableFuture<SpecRun> other = CompletableFuture.supplyAsync(() -> run("other"));

        for (SpecRun run : List.of(one.join(), other.join())) {
            assertThat(run.red()).as(run.output()).isEmpty();
            assertThat(run.unjudged()).as(run.output()).isEmpty();
            assertThat(run.exitCode()).as(run.output()).isZero();
            assertThat(run.scenarios()).isEqualTo(2 * OF_EACH);
            assertThat(run.judgedOtherwise()).isEmpty();
        }
        Recording ours = recording("one");
        Recording theirs = recording("other");
        assertSeparate(ours, theirs);
        assertSeparate(theirs, ours);
    }

    /** What a run takes for its own bears no mark of the other, and it did see what the other caused. */
    private static void assertSeparate(Recording ours, Recording theirs) {
        Set<String> own = scenarios(ours);
        Set<String> foreign = marks(theirs);
        Map<Boolean, List<Captured>> captured = ours.entries().stream()
                .filter(Captured.class::isInstance)
                .map(Captured.class::cast)
                .collect(Collectors.partitioningBy(
                        delivery -> claims(ours, delivery).anyMatch(claim -> own.contains(claim.scenario()))));

        assertThat(captured.get(true)).noneMatch(delivery -> bears(delivery, foreign));
        assertThat(captured.get(true).stream().map(delivery -> claims(ours, delivery)
                        .map(Claim::scenario)
                        .distinct()
                        .count()))
                .containsOnly(1L);
        assertThat(captured.get(false))
                .as("the other run was seen, and known for what it is")
                .isNotEmpty()
                .allSatisfy(delivery -> assertThat(claims(ours, delivery).map(Claim::scenario))
                        .singleElement()
                        .asString()
                        .startsWith("run "));
    }

    private static Stream<Claim> claims(Recording recording, Captured captured) {
        return Stream.concat(
                captured.claims().stream(),
                recording.entries().stream()
                        .filter(Claimed.class::isInstance)
                        .map(Claimed.class::cast)
                        .filter(claimed -> claimed.captured() == captured.index())
                        .map(Claimed::claim));
    }

    private static Set<String> scenarios(Recording recording) {
        return started(recording).map(ScenarioStarted::scenario).collect(Collectors.toSet());
    }

    /** The correlation IDs of a run and all that its scenarios planted. */
    private static Set<String> marks(Recording recording) {
        return started(recording)
                .flatMap(start -> Stream.concat(Stream.of(start.scenario()), start.tracers().stream()))
                .collect(Collectors.toSet());
    }

    private static Stream<ScenarioStarted> started(Recording recording) {
        return recording.entries().stream()
                .filter(ScenarioStarted.class::isInstance)
                .map(entry -> (ScenarioStarted) entry);
    }

    private static boolean bears(Entry delivery, Set<String> marks) {
        String text = delivery.toString();
        return marks.stream().anyMatch(text::contains);
    }

    private static Recording recording(String name) throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve(name).resolve("runs"))) {
            return Recording.read(runs.findFirst().orElseThrow());
        }
    }

    private static SpecRun run(String name) {
        try {
            Path features = Files.createDirectories(folder.resolve(name).resolve("features"));
            Files.writeString(features.resolve("refunds.feature"), feature("Refunds", REFUND));
            Files.writeString(features.resolve("signups.feature"), feature("Signups", SIGNUP));
            return SpecRun.of(
                    folder.resolve(name),
                    Map.of(),
                    Map.of("handoff.environment", "external", "handoff.scenarios-at-once", AT_ONCE),
                    features.toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String feature(String name, String scenario) {
        return "Feature: " + name + "\n"
                + IntStream.rangeClosed(1, OF_EACH)
                        .mapToObj(number -> "\n" + scenario.formatted(number))
                        .collect(Collectors.joining());
    }
}
