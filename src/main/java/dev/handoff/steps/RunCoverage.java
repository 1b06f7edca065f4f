package dev.handoff.steps;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.handoff.expectation.Outcome;
import dev.handoff.expectation.Statement;
import dev.handoff.recording.Judged;
import dev.handoff.report.allure.CoveragePage;
import dev.handoff.report.coverage.Coverage;
import dev.handoff.report.coverage.CoverageText;
import dev.handoff.report.coverage.IntegrationPoint;
import dev.handoff.report.coverage.Ran;
import dev.handoff.report.coverage.Share;
import dev.handoff.vocabulary.Vocabulary;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Takes down what each scenario has stated and how it came out, and reports what they speak of all together. */
final class RunCoverage {

    private static final Map<UUID, List<Statement>> STATED = new ConcurrentHashMap<>();
    private static final Map<ScenarioText, Ran> RAN = new ConcurrentHashMap<>();

    private RunCoverage() {}

    /** What was judged in a scenario, at its end. */
    static void stated(TestCase testCase, List<Judged> judged) {
        STATED.put(
                testCase.getId(),
                judged.stream().map(one -> one.expectation().statement()).toList());
    }

    static void finished(TestCaseFinished event) {
        List<Statement> stated = STATED.remove(event.getTestCase().getId());
        if (event.getResult().getStatus() == Status.SKIPPED) {
            return;
        }
        ScenarioTexts.of(event.getTestCase())
                .ifPresent(scenario -> RAN.put(
                        scenario,
                        new Ran(
                                scenario.title(),
                                scenario.name(),
                                points(scenario),
                                outcome(event.getResult()),
                                stated == null ? List.of() : stated)));
    }

    private static Set<IntegrationPoint> points(ScenarioText scenario) {
        return scenario.tags().stream()
                .flatMap(tag -> IntegrationPoint.of(tag).stream())
                .collect(toSet());
    }

    /** What Allure will show as passed, failed and broken. */
    private static Outcome outcome(Result result) {
        if (result.getStatus() == Status.PASSED) {
            return Outcome.MET;
        }
        return result.getError() instanceof AssertionError ? Outcome.VIOLATED : Outcome.INCONCLUSIVE;
    }

    /** Whether no scenario has run. */
    static boolean isEmpty() {
        return RAN.isEmpty();
    }

    /** Reports on the run that ends. */
    static void report(Vocabulary vocabulary) {
        Map<ScenarioText, Ran> ran = Map.copyOf(RAN);
        RAN.clear();
        Coverage coverage = Coverage.of(
                share(ran.keySet()),
                vocabulary.effects(),
                ran.keySet().stream()
                        .sorted(Comparator.comparing((ScenarioText scenario) ->
                                        scenario.source().feature())
                                .thenComparing(scenario -> scenario.source().line()))
                        .map(ran::get)
                        .toList());
        CoveragePage.write(coverage);
        System.out.println("\n" + CoverageText.summary(coverage));
    }

    /** Of the features of the project and of those that were read for this run. */
    private static Share share(Set<ScenarioText> ran) {
        Map<Place, ScenarioText> all = Stream.concat(ProjectFeatures.scenarios(), ScenarioTexts.all())
                .collect(toMap(Place::of, scenario -> scenario, (one, same) -> one));
        Set<Place> begun = ran.stream().map(Place::of).collect(toSet());
        return new Share(
                all.values().stream()
                        .collect(groupingBy(ScenarioText::title, TreeMap::new, toList()))
                        .entrySet()
                        .stream()
                        .map(feature -> new Share.OfFeature(
                                feature.getKey(),
                                (int) feature.getValue().stream()
                                        .filter(scenario -> begun.contains(Place.of(scenario)))
                                        .count(),
                                feature.getValue().size()))
                        .toList());
    }

    /** A scenario wherever its feature was read from: as a file, or from the class path. */
    private record Place(String file, int line, String name) {

        static Place of(ScenarioText scenario) {
            String feature = scenario.source().feature();
            return new Place(
                    feature.substring(feature.lastIndexOf('/') + 1),
                    scenario.source().line(),
                    scenario.name());
        }
    }
}
