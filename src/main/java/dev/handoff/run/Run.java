package dev.handoff.run;

import dev.handoff.action.WarmUp;
import dev.handoff.environment.Environment;
import dev.handoff.environment.EnvironmentFailed;
import dev.handoff.environment.EnvironmentSettings;
import dev.handoff.environment.StartedApplication;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.journal.RunMark;
import dev.handoff.recording.Leftovers;
import dev.handoff.recording.RunFolder;
import dev.handoff.vocabulary.Correlation;
import dev.handoff.vocabulary.Vocabulary;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One run of the specs: its environment, its journal and its folder. */
public final class Run implements AutoCloseable {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final RunMark mark = RunMark.random();
    private final RunFolder folder;
    private final Journal journal;
    private final Environment environment;
    private final RunParts parts;
    private final Turns turns = new Turns();

    private Run(Vocabulary vocabulary, RunSettings settings) {
        WarmUp.begin();
        this.folder = new RunFolder(settings.runs(), name(mark));
        this.journal = new Journal(
                new JournalSettings(
                        vocabulary.correlation().keys().stream()
                                .collect(Collectors.toMap(Correlation.Key::name, Correlation.Key::aliases)),
                        new HashSet<>(vocabulary.correlation().mask()),
                        vocabulary.askedBy(),
                        PayloadContracts.check(vocabulary)),
                folder,
                mark);
        try {
            this.environment = Environment.start(
                    environment(settings), vocabulary, journal, folder.folder().toAbsolutePath());
        } catch (EnvironmentFailed failed) {
            folder.close();
            throw new CannotRun(failed.getMessage());
        }
        ApplicationEndpoint endpoint = new ApplicationEndpoint(environment.applicationUrl());
        Evidence evidence = new Evidence(vocabulary.application(), environment.probes(), endpoint, () -> environment
                .application()
                .flatMap(StartedApplication::absence));
        this.parts = new RunParts(vocabulary, journal, environment, evidence, endpoint, folder);
    }

    private static EnvironmentSettings environment(RunSettings settings) {
        EnvironmentSettings environment = EnvironmentSettings.of(settings.environment());
        return settings.listen().map(environment::listeningAt).orElse(environment);
    }

    private static String name(RunMark mark) {
        return LocalDateTime.now().format(STAMP) + "-" + mark.digits();
    }

    /**
     * Starts everything that the vocabulary names.
     *
     * @throws CannotRun when anything does not start; then nothing is left running
     */
    public static Run start(Vocabulary vocabulary, RunSettings settings) {
        return new Run(vocabulary, settings);
    }

    /**
     * Waits until a scenario may begin.
     *
     * @param alone whether no other may run beside it
     * @return its turn, to be ended by the thread that waited
     */
    public Turn turn(boolean alone) {
        return turns.take(alone);
    }

    /**
     * A scenario begins.
     *
     * @param asksForStage whether a step of it is going to ask which stage its workflow is in
     */
    public LiveScenario scenario(String name, String feature, int line, boolean asksForStage) {
        UniqueValues unique = new UniqueValues(mark);
        return new LiveScenario(
                journal.startScenario(name, feature, line, unique.tracers()), unique, parts, asksForStage);
    }

    public Path folder() {
        return folder.folder();
    }

    /** The name of the run. */
    public String run() {
        return folder.run();
    }

    /** What the report should say about the run, by title. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>(environment.facts());
        facts.put("Run folder", folder.folder().toString());
        return facts;
    }

    /** What no scenario was judged by, when all have ended. */
    public Leftovers leftovers() {
        journal.end();
        return folder.leftovers();
    }

    /** Stops everything that was started. */
    @Override
    public void close() {
        try (folder) {
            environment.close();
        }
    }
}
