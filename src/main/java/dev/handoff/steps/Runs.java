package dev.handoff.steps;

import dev.handoff.journal.Leftover;
import dev.handoff.recording.Leftovers;
import dev.handoff.report.allure.LeftoverPage;
import dev.handoff.report.allure.RunFacts;
import dev.handoff.run.CannotRun;
import dev.handoff.run.Run;
import dev.handoff.run.RunSettings;
import dev.handoff.vocabulary.Vocabulary;
import dev.handoff.vocabulary.VocabularyInvalid;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The one run of this JVM, and the vocabulary that its glue is made of. */
final class Runs {

    private static Vocabulary vocabulary;
    private static StepLibrary library;
    private static CannotStart unusable;
    private static Run current;

    private Runs() {}

    /**
     * The vocabulary, read once.
     *
     * @throws CannotStart when it is missing or has mistakes
     */
    static synchronized Vocabulary vocabulary() {
        if (unusable != null) {
            throw unusable;
        }
        if (vocabulary == null) {
            try {
                vocabulary = Settings.readVocabulary();
                NamedFaults.check(new Words(vocabulary), library());
            } catch (VocabularyInvalid invalid) {
                unusable = new CannotStart(invalid.getMessage());
                throw unusable;
            }
        }
        return vocabulary;
    }

    static synchronized StepLibrary library() {
        if (library == null) {
            library = new StepLibrary(new Words(vocabulary()));
        }
        return library;
    }

    static synchronized Run current() {
        if (current == null) {
            throw new CannotStart("the run has not been started: the glue path dev.handoff.steps is missing");
        }
        return current;
    }

    static synchronized void start() {
        if (SelectedScenarios.noneCanRun()) {
            return;
        }
        try {
            current = Run.start(
                    vocabulary(), new RunSettings(Settings.environment(), Settings.listen(), Settings.runs()));
        } catch (CannotRun failed) {
            throw new CannotStart(failed.getMessage());
        }
    }

    static synchronized void stop() throws IOException {
        if (current == null) {
            return;
        }
        Run run = current;
        current = null;
        try (run) {
            Map<String, String> facts = new LinkedHashMap<>(run.facts());
            Leftovers leftovers = run.leftovers();
            facts.put("Strays", RunNotes.count(leftovers, Leftover.Why.FITS_NONE));
            facts.put("Contested deliveries", RunNotes.count(leftovers, Leftover.Why.FITS_SEVERAL));
            facts.put("Late deliveries", RunNotes.count(leftovers, Leftover.Why.CAME_AFTER_THE_END));
            facts.put("Not run here", String.valueOf(NotRun.count()));
            int others = leftovers.count(Leftover.Why.OF_ANOTHER_RUN);
            if (others > 0) {
                facts.put("Deliveries of other runs", String.valueOf(others));
            }
            facts.put("Java", System.getProperty("java.version"));
            facts.put("Operating system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
            LeftoverPage.write(leftovers);
            boolean nothingRan = RunCoverage.isEmpty();
            RunCoverage.report(vocabulary());
            String notRun = NotRun.summary();
            if (!notRun.isEmpty()) {
                System.out.println("\n" + notRun);
            }
            if (facts.containsKey("Containers")) {
                System.out.println("\nContainers: " + facts.get("Containers"));
            }
            Path results = RunFacts.resultsFolder();
            RunFacts.write(results, run.run(), facts);
            if (nothingRan && !notRun.isEmpty()) {
                throw new CannotStart("no scenario was run: none that was selected is possible in the environment "
                        + Settings.environment());
            }
        }
    }
}
