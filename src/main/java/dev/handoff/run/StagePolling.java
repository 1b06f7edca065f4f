package dev.handoff.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handoff.expectation.Statement;
import dev.handoff.journal.Interval;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JsonPath;
import dev.handoff.journal.Settlement;
import dev.handoff.journal.Sight;
import dev.handoff.vocabulary.Application;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks the application which stage a scenario's workflow is in, while a step waits for one. Where a later step is going to,
 * it asks now and then while the steps before it wait: a stage that is first heard of after its window has closed could have
 * been reached in time or not.
 */
final class StagePolling {

    static final String NAME = Statement.Reaches.SIGHT;
    static final Duration EVERY = Duration.ofMillis(25);
    static final Duration NOW_AND_THEN = Duration.ofMillis(200);

    private final String scenario;
    private final Journal journal;
    private final Optional<Application.Status> status;
    private final ApplicationEndpoint endpoint;
    private final Function<String, Optional<Object>> values;
    private final boolean awaitedLater;
    private Sight sight;
    private String stage;
    private boolean awaited;

    StagePolling(
            String scenario,
            Journal journal,
            Optional<Application.Status> status,
            ApplicationEndpoint endpoint,
            Function<String, Optional<Object>> values,
            boolean awaitedLater) {
        this.scenario = scenario;
        this.journal = journal;
        this.status = status;
        this.endpoint = endpoint;
        this.values = values;
        this.awaitedLater = awaitedLater;
    }

    /** Asks once if a statement is about a stage, or a later one will be, and it is time to ask again. */
    void pollFor(Statement statement) {
        awaited = status.isPresent() && statement.oneByOne().anyMatch(Statement.Reaches.class::isInstance);
        Instant now = journal.now();
        boolean recent = sight != null
                && sight.seenUpTo() != null
                && Duration.between(sight.seenUpTo(), now).compareTo(every()) < 0;
        if (!isPolling() || recent) {
            return;
        }
        try {
            JsonNode answer = endpoint.ask(status.get().request(), values);
            String found = JsonPath.find(answer, status.get().stage()).asText();
            if (!found.equals(stage)) {
                journal.stageReached(scenario, new Interval(askedBefore(), journal.now()), found);
                stage = found;
            }
            sight = new Sight(now, "asked for its stage");
        } catch (IOException unanswered) {
            sight = new Sight(sight == null ? null : sight.seenUpTo(), unanswered.getMessage());
        }
    }

    /** When it was last heard of; what is seen first may have been so since the scenario began. */
    private Instant askedBefore() {
        return sight == null || sight.seenUpTo() == null
                ? journal.glance(scenario, Map.of(), Settlement.OPEN).started().at()
                : sight.seenUpTo();
    }

    boolean isPolling() {
        return awaited || awaitedLater && status.isPresent();
    }

    /** How long to wait for the next asking at most. */
    Duration every() {
        return awaited ? EVERY : NOW_AND_THEN;
    }

    Optional<Sight> sight() {
        return awaited ? Optional.ofNullable(sight) : Optional.empty();
    }
}
