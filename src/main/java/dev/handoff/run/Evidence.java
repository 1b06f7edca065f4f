package dev.handoff.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handoff.journal.JsonPath;
import dev.handoff.sandbox.Probe;
import dev.handoff.sandbox.Rest;
import dev.handoff.sandbox.sql.SqlProbe;
import dev.handoff.vocabulary.Application;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All that can prove that nothing is in flight. */
final class Evidence {

    private final Application application;
    private final Map<String, Probe> probes;
    private final ApplicationEndpoint endpoint;
    private final Supplier<Optional<String>> absence;

    Evidence(Application application, Map<String, Probe> probes, ApplicationEndpoint endpoint) {
        this(application, probes, endpoint, Optional::empty);
    }

    /**
     * The same of an application that may be ended and started again.
     *
     * @param absence why it cannot be at rest, while it is not there
     */
    Evidence(
            Application application,
            Map<String, Probe> probes,
            ApplicationEndpoint endpoint,
            Supplier<Optional<String>> absence) {
        this.application = application;
        this.probes = probes;
        this.endpoint = endpoint;
        this.absence = absence;
    }

    /**
     * What each source of evidence says of work that was begun before an instant. The sources are asked along the way
     * that work takes, and outbox and application once more at the end, so that nothing slips from one to the next unseen.
     */
    List<Rest> since(Instant instant, Function<String, Optional<Object>> values) {
        List<Rest> rests = new ArrayList<>();
        idle(values).ifPresent(rests::add);
        outbox(values).ifPresent(rests::add);
        probes.values().stream()
                .map(probe -> probe.rest(instant))
                .flatMap(Optional::stream)
                .forEach(rests::add);
        if (allAtRest(rests) && rests.size() > 1) {
            Stream.of(outbox(values), idle(values))
                    .flatMap(Optional::stream)
                    .filter(rest -> !rest.atRest())
                    .forEach(rests::add);
        }
        absence.get().ifPresent(why -> rests.add(new Rest(false, why)));
        return rests;
    }

    static boolean allAtRest(Collection<Rest> rests) {
        return rests.stream().allMatch(Rest::atRest);
    }

    private Optional<Rest> outbox(Function<String, Optional<Object>> values) {
        return application.outbox().map(outbox -> ((SqlProbe) probes.get(outbox.system()))
                .countIsZero("outbox", outbox.query(), values));
    }

    private Optional<Rest> idle(Function<String, Optional<Object>> values) {
        return application.idle().map(idle -> {
            try {
                JsonNode answer = endpoint.ask(idle.request(), values);
                boolean atRest = idle.when().entrySet().stream()
                        .allMatch(condition -> JsonPath.find(answer, condition.getKey())
                                .asText()
                                .equals(condition.getValue()));
                return new Rest(
                        atRest, application.name() + (atRest ? " says it is idle" : " says it is busy: " + answer));
            } catch (IOException unanswered) {
                return new Rest(
                        false, application.name() + " does not say whether it is idle: " + unanswered.getMessage());
            }
        });
    }
}
