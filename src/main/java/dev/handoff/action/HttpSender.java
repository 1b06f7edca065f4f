package dev.handoff.action;

import dev.handoff.journal.Exchanged;
import dev.handoff.journal.Journal;
import dev.handoff.journal.Message;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;

/** Sends requests of one scenario, marked with its correlation ID and trace, and journals them with their answers. */
final class HttpSender {

    private static final int MOST_REDIRECTS = 20;

    private final String scenario;
    private final String correlationHeader;
    private final Journal journal;
    private final HttpExchange exchange = new HttpExchange();

    HttpSender(String scenario, String correlationHeader, Journal journal) {
        this.scenario = scenario;
        this.correlationHeader = correlationHeader;
        this.journal = journal;
    }

    /**
     * Sends a request, and those to which its answers redirect if they are to be followed. Each is on record, and its
     * cookies are kept.
     *
     * @param last whether it is the last request of its action
     * @throws ActionFailed when nobody answers, or redirects do not end
     */
    Answered send(Prepared prepared, long action, boolean last) {
        Prepared next = prepared;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            Answered answered = sendOnce(next, action, last);
            Optional<String> location = redirect(next, answered.status(), answered.content());
            if (location.isEmpty()) {
                return answered;
            }
            String url = URI.create(next.url())
                    .resolve(Address.of(location.get(), Map.of()))
                    .toString();
            next = next.redirected(answered.status(), url);
        }
        throw new ActionFailed("more than " + MOST_REDIRECTS + " redirects, one after the other");
    }

    /** Where an answer leads on to, if it is to be followed. */
    private static Optional<String> redirect(Prepared prepared, int status, Message answer) {
        return prepared.followRedirects() && status >= 300 && status < 400
                ? answer.header("Location")
                : Optional.empty();
    }

    private Answered sendOnce(Prepared prepared, long action, boolean last) {
        Message marked = Message.of(
                marked(prepared.content().headers()),
                prepared.content().contentType(),
                prepared.content().text());
        journal.requestLeaves(scenario, marked);
        AtomicReference<Instant> left = new AtomicReference<>(journal.now());
        Response response;
        try {
            response =
                    exchange.send(prepared.method(), prepared.url(), marked, left.get(), () -> left.set(journal.now()));
        } catch (Exception failed) {
            String reason =
                    String.valueOf(failed.getMessage()).lines().findFirst().orElse("no reason given");
            Exchanged onRecord =
                    journal.unanswered(scenario, action, left.get(), prepared.method(), prepared.url(), marked, reason);
            throw new ActionFailed("no answer to " + prepared.method() + " " + onRecord.url() + ": " + reason);
        }
        Message answer = HttpExchange.message(response);
        journal.exchanged(
                scenario,
                action,
                left.get(),
                prepared.method(),
                prepared.url(),
                marked,
                response.statusCode(),
                answer,
                !last || redirect(prepared, response.statusCode(), answer).isPresent());
        return new Answered(prepared.url(), response.statusCode(), answer, response.getCookies());
    }

    /**
     * The headers with the correlation ID beside a trace context and baggage after W3C.
     *
     * @see <a href="https://www.w3.org/TR/trace-context/">Trace Context</a>
     * @see <a href="https://www.w3.org/TR/baggage/">Baggage</a>
     */
    Map<String, List<String>> marked(Map<String, List<String>> headers) {
        Map<String, List<String>> marked = new LinkedHashMap<>(headers);
        marked.putIfAbsent(correlationHeader, List.of(scenario));
        long span = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
        marked.putIfAbsent(
                "traceparent",
                List.of("00-" + scenario.replace("-", "") + "-" + HexFormat.of().toHexDigits(span) + "-01"));
        marked.putIfAbsent("baggage", List.of("correlation-id=" + scenario));
        return marked;
    }
}
