package dev.handoff.journal;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Enters what a scenario's actions do, and lets the scenario learn by it.
 *
 * <p>Not thread-safe: the journal calls it under its own lock.
 */
final class Actions {

    private static final Pattern LAST_SEGMENT = Pattern.compile("(?<!/)/(?=[^/?#]*\\d)([^/?#]+)/?(?:[?#].*)?$");

    private final Scenarios scenarios;
    private final Learning learning;
    private final Masking masking;

    Actions(Scenarios scenarios, Learning learning, Masking masking) {
        this.scenarios = scenarios;
        this.learning = learning;
        this.masking = masking;
    }

    ActionStarted started(String scenario, String name, String text) {
        return scenarios.add(
                scenario, stamp -> new ActionStarted(stamp.index(), stamp.at(), scenario, name, masking.text(text)));
    }

    /**
     * A request.
     *
     * @param answer null when it got none
     * @param failure why it got no answer; null when it got one
     */
    Exchanged exchanged(
            String scenario,
            long action,
            Instant sent,
            String method,
            String url,
            Message request,
            int status,
            Message answer,
            String failure,
            boolean onTheWay) {
        Exchanged exchanged = scenarios.add(
                scenario,
                stamp -> new Exchanged(
                        stamp.index(),
                        stamp.at(),
                        scenario,
                        action,
                        sent,
                        method,
                        masking.text(url),
                        masking.mask(request),
                        status,
                        masking.mask(answer),
                        failure == null ? null : masking.text(failure),
                        onTheWay));
        learning.teach(scenario, request, exchanged.index());
        if (answer != null) {
            learning.teach(scenario, answer, exchanged.index());
            answer.header("Location")
                    .flatMap(Actions::resource)
                    .ifPresent(id -> learning.learn(scenario, "location", id, exchanged.index()));
        }
        return exchanged;
    }

    /** The ID at the end of an address's path. A word without a digit is a page, as in {@code /login}, and no ID. */
    private static Optional<String> resource(String address) {
        Matcher last = LAST_SEGMENT.matcher(address);
        return last.find() ? Optional.of(last.group(1)) : Optional.empty();
    }

    /** Something done to a system itself. */
    Performed performed(
            String scenario, long action, Instant sent, String system, String summary, Message content, long copyOf) {
        Performed performed = scenarios.add(
                scenario,
                stamp -> new Performed(
                        stamp.index(),
                        stamp.at(),
                        scenario,
                        action,
                        sent,
                        system,
                        masking.text(summary),
                        masking.mask(content),
                        copyOf));
        if (copyOf == 0) {
            learning.teach(scenario, content, performed.index());
        }
        return performed;
    }
}
