package dev.handoff.fault;

import java.util.Map;
import java.util.Optional;

/**
 * {@code answers 200 with an error to the next request}: the status says that all is well, the body that it is not, and
 * nothing takes effect.
 *
 * @param body JSON; a plain error object when the vocabulary gives none
 */
public record AnswersWithError(Optional<String> body, NextRequests requests) implements HttpFault {

    private static final String PLAIN =
            "{\"error\":{\"code\":\"temporarily_unavailable\",\"message\":\"refused on purpose\"}}";

    @Override
    public String describe() {
        return "answers 200 with an error to " + requests.words();
    }

    @Override
    public int times() {
        return requests.times();
    }

    @Override
    public Optional<Treatment> meet(Arrival request) {
        return requests.treated(
                request, Treatment.refused(new Answer(200, Map.of(), "application/json", body.orElse(PLAIN))));
    }
}
