package dev.handoff.steps;

import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What is wrong with a scenario before anything of it has been done. */
final class Mistakes {

    private static final Set<Status> UNCHECKED = EnumSet.of(Status.PASSED, Status.UNDEFINED);
    private static final ThreadLocal<UUID> CHECKED = new ThreadLocal<>();

    private Mistakes() {}

    /** Breaks a scenario at its beginning when it has mistakes; says what is known of it otherwise. */
    static Rehearsed check(TestCase testCase) {
        CHECKED.set(testCase.getId());
        List<String> mistakes = new ArrayList<>(UnknownSentences.in(testCase));
        Rehearsed rehearsed = ScenarioTexts.of(testCase)
                .map(Mistakes::rehearsed)
                .orElseThrow(() -> new Undecided(
                        "the text of this scenario was not found in its feature, so nobody knows what it states"));
        mistakes.addAll(rehearsed.mistakes());
        if (!mistakes.isEmpty()) {
            throw new Undecided(String.join("\n\n", mistakes));
        }
        return rehearsed;
    }

    /** Breaks a scenario at its end when no hook has checked it at its beginning, as in a dry run. */
    static void checkDryRun(TestCaseFinished event) {
        if (!event.getTestCase().getId().equals(CHECKED.get())
                && UNCHECKED.contains(event.getResult().getStatus())) {
            check(event.getTestCase());
        }
    }

    static Rehearsed rehearsed(ScenarioText scenario) {
        Words words = new Words(Runs.vocabulary());
        return Rehearsed.of(scenario, Runs.library(), words);
    }
}
