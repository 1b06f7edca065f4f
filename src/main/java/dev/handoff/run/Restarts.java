package dev.handoff.run;

import dev.handoff.action.ActionFailed;
import dev.handoff.environment.EnvironmentFailed;
import dev.handoff.environment.StartedApplication;
import dev.handoff.journal.ActionStarted;
import dev.handoff.journal.Journal;
import dev.handoff.journal.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Ends the application for one scenario and starts it again. Until it is ready, no scenario is at rest. */
final class Restarts {

    private final String scenario;
    private final Journal journal;
    private final String name;
    private final Optional<StartedApplication> application;
    private volatile boolean used;
    private final List<String> failures = new CopyOnWriteArrayList<>();

    Restarts(String scenario, Journal journal, String name, Optional<StartedApplication> application) {
        this.scenario = scenario;
        this.journal = journal;
        this.name = name;
        this.application = application;
    }

    /**
     * Ends it and returns when it is ready again.
     *
     * @throws CannotRun when it does not start
     */
    void now(boolean kill, String text) {
        StartedApplication running = running();
        ActionStarted action = journal.actionStarted(scenario, "the restart", text);
        try {
            String done;
            if (kill) {
                running.kill(ready -> {});
                done = running.awaitReady();
            } else {
                done = running.restart();
            }
            performed(action.index(), journal.now(), done);
        } catch (EnvironmentFailed failed) {
            throw new CannotRun(failed.getMessage());
        }
    }

    /** Kills it, and returns when it has ended. Quiet counts from when it is ready again. */
    void killed() {
        Instant now = journal.now();
        used = true;
        running().kill(done -> performed(0, now, done));
    }

    private void performed(long action, Instant sent, String done) {
        journal.performed(scenario, action, sent, name, done, Message.EMPTY, 0);
    }

    private StartedApplication running() {
        return application.orElseThrow(
                () -> new ActionFailed("Handoff did not start the application, so it cannot end it"));
    }

    /** Waits until the application is there for the next scenario. */
    void awaitReady() {
        try {
            application.filter(ended -> used).ifPresent(StartedApplication::awaitReady);
        } catch (EnvironmentFailed failed) {
            failures.add(failed.getMessage());
        }
    }

    /** Why the application is not there, if it is not. */
    List<String> failures() {
        return failures;
    }
}
