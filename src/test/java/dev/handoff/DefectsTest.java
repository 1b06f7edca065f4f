package dev.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.handoff.defects.Catalogue;
import dev.handoff.defects.Features;
import dev.handoff.defects.KnownDefect;
import dev.handoff.defects.Proposal;
import dev.handoff.defects.SharedRuns;
import dev.handoff.defects.WorkflowFeatures;
import dev.handoff.expectation.FailureKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The features under every defect of Shop: exactly the scenarios that the catalogue names turn red, each with its finding,
 * and without a defect all are green. One run carries defects of different workflows, and two runs are under way at any
 * time, side by side on one machine. {@code -Dhandoff.test.defects=each} gives each defect a run of its own, {@code
 * -Dhandoff.test.defects=NAME,NAME} runs these only, {@code -Dhandoff.test.environment=containers} with RabbitMQ.
 */
class DefectsTest {

    private static final String WHICH = System.getProperty("handoff.test.defects", "");
    private static final boolean ALL = WHICH.isEmpty() || WHICH.equals(SharedRuns.EACH);
    private static final int CLEAN_RUNS = Integer.getInteger("handoff.test.clean-runs", ALL ? 1 : 0);

    /** Two runs share the processors: each takes fewer at once than one alone would. */
    private static final Map<String, String> SHARED_MACHINE = Map.of(
            "handoff.scenarios-at-once",
            String.valueOf(Math.max(1, 12 * Runtime.getRuntime().availableProcessors())));

    private static final Set<String> ONE_OF_SEVERAL = Set.of(
            FailureKind.MISSING_EFFECT.words(),
            FailureKind.FORBIDDEN_EFFECT.words(),
            FailureKind.UNEXPECTED_EFFECT.words());

    @TempDir
    private static Path folder;

    private static ExecutorService sideBySide;

    @BeforeAll
    static void twoAtATime() {
        sideBySide = Executors.newFixedThreadPool(2);
    }

    @AfterAll
    static void noMore() {
        sideBySide.shutdownNow();
    }

    @TestFactory
    Stream<DynamicNode> each_defect_turns_red_the_scenarios_that_name_its_handoff() {
        int scenarios = Features.scenarios().size();
        List<DynamicNode> tests = new ArrayList<>();
        for (int i = 1; i <= CLEAN_RUNS; i++) {
            CompletableFuture<SpecRun> run = started("clean-" + i, List.of());
            tests.add(dynamicTest("no defect, run " + i, () -> {
                assertThat(run.join().exitCode()).as(run.join().output()).isZero();
                assertNothingElse(run.join(), List.of(), scenarios);
            }));
        }
        List<KnownDefect> catalogue = Catalogue.read();
        WorkflowFeatures features = new WorkflowFeatures(catalogue, Features.files());
        SharedRuns.of(catalogue, WHICH).forEach(together -> tests.add(under(together, scenarios, features)));
        return tests.stream();
    }

    private static DynamicNode under(List<KnownDefect> together, int scenarios, WorkflowFeatures features) {
        String names = together.stream().map(KnownDefect::name).collect(Collectors.joining(" + "));
        CompletableFuture<SpecRun> run = started(together.get(0).name(), together);
        Stream<DynamicTest> each = together.stream()
                .map(defect -> dynamicTest(defect.name(), () -> assertCaught(defect, run.join(), names, features)));
        DynamicTest others = dynamicTest("nothing else is red", () -> {
            assertThat(run.join().exitCode()).as(run.join().output()).isEqualTo(1);
            assertNothingElse(run.join(), together, scenarios);
        });
        return dynamicContainer(names, Stream.concat(each, Stream.of(others)));
    }

    private static CompletableFuture<SpecRun> started(String name, List<KnownDefect> defects) {
        String arguments =
                defects.stream().map(defect -> "--defect " + defect.name()).collect(Collectors.joining(" "));
        return CompletableFuture.supplyAsync(
                () -> SpecRun.of(
                        folder.resolve(name),
                        Map.of("SHOP_ARGS", arguments),
                        SHARED_MACHINE,
                        "src/test/resources/features"),
                sideBySide);
    }

    private static void assertCaught(KnownDefect defect, SpecRun run, String names, WorkflowFeatures features) {
        List<String> otherwise = new ArrayList<>();
        defect.red().forEach((scenario, finding) -> {
            String came = run.failed().getOrDefault(scenario, "not red");
            if (!says(came, finding)) {
                otherwise.add(
                        "\"" + scenario + "\"" + (scenario.equals(defect.caughtBy()) ? ", which is to catch it" : "")
                                + "\n    expected: " + finding + "\n    came:     " + came);
            }
        });
        Map<String, String> came = features.of(defect, run.failed());
        if (!otherwise.isEmpty() || !came.keySet().equals(defect.red().keySet())) {
            System.out.println("What came, as the catalogue would say it:\n" + Proposal.of(defect, came));
        }
        assertThat(otherwise)
                .as("%s, in a run with %s; alone: -Dhandoff.test.defects=%s", defect.name(), names, defect.name())
                .isEmpty();
    }

    /**
     * What was found is of the kind that is named, and about what is named. Only of several effects that one sentence
     * speaks of any may be named: it is violated as soon as one of them is missing, or has come.
     */
    private static boolean says(String came, String finding) {
        List<String> findings = List.of(came.split("; "));
        boolean oneOfSeveral = ONE_OF_SEVERAL.contains(kind(finding))
                && findings.stream().map(DefectsTest::kind).anyMatch(kind(finding)::equals);
        return (findings.contains(finding) || oneOfSeveral)
                && findings.stream().map(DefectsTest::kind).noneMatch(FailureKind.INCONCLUSIVE.words()::equals);
    }

    private static String kind(String finding) {
        return finding.replaceFirst(": .*", "");
    }

    /** Besides what the defects turn red, each on its own. */
    private static void assertNothingElse(SpecRun run, List<KnownDefect> defects, int scenarios) {
        Map<String, String> others = new TreeMap<>(run.failed());
        defects.forEach(defect -> others.keySet().removeAll(defect.red().keySet()));
        assertThat(others).as(run.output()).isEmpty();
        assertThat(run.scenarios()).isEqualTo(scenarios);
        assertThat(run.judgedOtherwise()).isEmpty();
    }
}
