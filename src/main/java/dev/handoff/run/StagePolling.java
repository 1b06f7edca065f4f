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

/** Asks the application which stage a scenario's workflow is in, while a step waits for one. */
final class StagePolling {

    static final String NAME = Statement.Reaches.SIGHT;
    static final Duration EVERY = Duration.ofMillis(25);

    private final String scenario;
    private final Journal journal;
    private final Optional<Application.Status> status;
    private final ApplicationEndpoint endpoint;
    private final Function<String, Optional<Object>> values;
    private Sight sight;
    private String stage;
    private boolean polling;

    StagePolling(
            String scenario,
            Journal journal,
            Optional<Application.Status> status,
            ApplicationEndpoint endpoint,
            Function<String, Optional<Object>> values) {
        this.scenario = scenario;
        this.journal = journal;
        this.status = status;
        this.endpoint = endpoint;
        this.values = values;
    }

    /** Asks once if a statement is about a stage and it is time to ask again. */
    void pollFor(Statement statement) {
        polling = status.isPresent() && statement.oneByOne().anyMatch(Statement.Reaches.class::isInstance);
        Instant now = journal.now();
        boolean recent = sight != null
                && sight.seenUpTo() != null
                && Duration.between(sight.seenUpTo(), now).compareTo(EVERY) < 0;
        if (!polling || recent) {
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
        return polling;
    }

    Optional<Sight> sight() {
        return polling ? Optional.ofNullable(sight) : Optional.empty();
    }
}
