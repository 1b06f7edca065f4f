package dev.handoff.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handoff.fault.Answer;
import dev.handoff.fault.Arrival;
import dev.handoff.fault.FaultPlan;
import dev.handoff.fault.Treatment;
import dev.handoff.journal.Capture;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Claim;
import dev.handoff.journal.Disposition;
import dev.handoff.journal.Journal;
import dev.handoff.journal.Message;
import dev.handoff.vocabulary.SystemSpec;
import dev.handoff.vocabulary.SystemSpec.Endpoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;

/** How a stand-in behaves: it records what it accepts, lists what it recorded, and honours idempotency keys. */
final class StandIn {

    private final SystemSpec.Http spec;
    private final Journal journal;
    private final FaultPlan faults;
    private final List<Route> routes;
    private final AtomicLong sequence = new AtomicLong();
    private final Map<String, Kept<JsonNode>> recorded = new ConcurrentHashMap<>();
    private final IdempotencyMemory memory;
    private final Optional<SignatureCheck> signatures;

    StandIn(SystemSpec.Http spec, Journal journal, FaultPlan faults) {
        this.spec = spec;
        this.journal = journal;
        this.faults = faults;
        this.signatures = spec.signature().map(SignatureCheck::new);
        this.memory = new IdempotencyMemory(journal::oldest);
        this.routes = spec.endpoints().stream().map(Route::new).toList();
    }

    String system() {
        return spec.name();
    }

    Served answer(HttpRequest request) {
        for (Route route : routes) {
            Optional<Map<String, String>> path = route.match(request.method(), request.path());
            if (path.isPresent()) {
                return route.endpoint().records().isPresent()
                        ? record(route.endpoint(), request, path.get())
                        : read(route.endpoint(), request, path.get());
            }
        }
        return unmapped(request);
    }

    private Served read(Endpoint endpoint, HttpRequest request, Map<String, String> path) {
        List<JsonNode> items =
                endpoint.lists().map(recorded::get).map(Kept::all).orElse(List.of());
        Answer own = AnswerTemplate.fill(endpoint, request, path, sequence.get(), items);
        Optional<FaultPlan.Met> met = met(null, request, faults::meet);
        if (met.isEmpty()) {
            return Served.well(own);
        }
        boolean told = met.get().treatment().takenIn() && !met.get().treatment().leavesUntold();
        return capture(null, request, told ? Disposition.REPLAYED : Disposition.REJECTED, own, null, met);
    }

    private Served unmapped(HttpRequest request) {
        Optional<FaultPlan.Met> met = met(null, request, faults::meetOutage);
        Answer answer = new Answer(
                404,
                Map.of(),
                "application/problem+json",
                "{\"title\":\"Not mapped\",\"status\":404,\"detail\":\"The vocabulary maps no such end point of "
                        + spec.name() + ".\"}");
        return capture(null, request, met.isPresent() ? Disposition.REJECTED : Disposition.ACCEPTED, answer, null, met);
    }

    private Served record(Endpoint endpoint, HttpRequest request, Map<String, String> path) {
        String effect = endpoint.records().orElseThrow();
        String key = spec.idempotencyKey()
                .flatMap(header -> request.content().header(header))
                .orElse(null);
        Optional<FaultPlan.Met> met = met(effect, request, faults::meet);
        if (met.isPresent() && !met.get().treatment().takenIn()) {
            return capture(effect, request, Disposition.REJECTED, null, key, met);
        }
        Optional<Answer> unsigned = signatures.flatMap(check -> check.refusal(request, journal.now()));
        if (unsigned.isPresent()) {
            return capture(effect, request, Disposition.REJECTED, unsigned.get(), key, met);
        }
        return key == null
                ? accept(endpoint, effect, request, path, null, met)
                : once(endpoint, effect, request, path, key, met);
    }

    private Optional<FaultPlan.Met> met(
            String effect,
            HttpRequest request,
            BiFunction<Collection<String>, Arrival, Optional<FaultPlan.Met>> meeting) {
        return faults.isEmpty()
                ? Optional.empty()
                : meeting.apply(
                        journal.whose(request.content(), properties(request)).stream()
                                .map(Claim::scenario)
                                .toList(),
                        new Arrival(effect, request.content(), journal.now()));
    }

    private synchronized Served once(
            Endpoint endpoint,
            String effect,
            HttpRequest request,
            Map<String, String> path,
            String key,
            Optional<FaultPlan.Met> met) {
        Optional<IdempotencyMemory.Recall> recall = memory.recall(key, request);
        if (recall.isPresent()) {
            boolean told = recall.get().same()
                    && !met.map(one -> one.treatment().leavesUntold()).orElse(false);
            Disposition disposition = told ? Disposition.REPLAYED : Disposition.REJECTED;
            return capture(effect, request, disposition, recall.get().answer(), key, met);
        }
        return accept(endpoint, effect, request, path, key, met);
    }

    private Served accept(
            Endpoint endpoint,
            String effect,
            HttpRequest request,
            Map<String, String> path,
            String key,
            Optional<FaultPlan.Met> met) {
        Bereft bereft =
                Bereft.of(request, met.map(one -> one.treatment().dropped()).orElse(List.of()));
        Answer answer = AnswerTemplate.fill(endpoint, bereft.kept(), path, sequence.incrementAndGet(), List.of());
        if (!isSuccess(answer)) {
            return capture(effect, request, Disposition.REJECTED, answer, key, met);
        }
        boolean told = !met.map(one -> one.treatment().leavesUntold()).orElse(false);
        Served served =
                capture(effect, bereft, told ? Disposition.ACCEPTED : Disposition.UNCONFIRMED, answer, key, met);
        recorded.computeIfAbsent(effect, none -> new Kept<>(journal::oldest))
                .add(served.captured(), item(bereft.kept(), answer));
        if (key != null) {
            memory.remember(key, request, answer, served.captured());
        }
        return served;
    }

    private static JsonNode item(HttpRequest request, Answer answer) {
        JsonNode sent = request.content().tree();
        JsonNode answered = message(answer).tree();
        if (sent instanceof ObjectNode object && answered instanceof ObjectNode more) {
            return object.deepCopy().setAll(more);
        }
        return sent.isMissingNode() ? answered : sent;
    }

    private Served capture(
            String effect,
            HttpRequest request,
            Disposition disposition,
            Answer own,
            String handoff,
            Optional<FaultPlan.Met> met) {
        return capture(effect, Bereft.of(request), disposition, own, handoff, met);
    }

    /** On record is what whoever sent the request gets to see. */
    private Served capture(
            String effect,
            Bereft request,
            Disposition disposition,
            Answer own,
            String handoff,
            Optional<FaultPlan.Met> met) {
        Treatment treatment = met.map(FaultPlan.Met::treatment).orElse(Treatment.NONE);
        Answer answer =
                treatment.end() == Treatment.End.ANSWER ? treatment.instead().orElse(own) : null;
        Map<String, String> properties = properties(request.kept());
        request.dropped().forEach((path, value) -> properties.put("dropped." + path, value));
        Capture seen = Capture.effect(
                        spec.name(),
                        effect,
                        request.kept().method() + " " + request.kept().path(),
                        properties,
                        request.kept().content())
                .answered(
                        disposition,
                        answer == null ? 0 : answer.status(),
                        answer == null ? null : message(answer),
                        handoff);
        Captured captured = journal.capture(
                seen, request.sent().content(), met.map(FaultPlan.Met::onRecord).orElse(List.of()));
        return new Served(answer, met, captured.index());
    }

    private static Map<String, String> properties(HttpRequest request) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("method", request.method());
        properties.put("path", request.path());
        request.query().forEach((name, value) -> properties.put("query." + name, value));
        return properties;
    }

    private static Message message(Answer answer) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        answer.headers().forEach((name, value) -> headers.put(name, new ArrayList<>(List.of(value))));
        return Message.of(headers, answer.contentType(), answer.body());
    }

    private static boolean isSuccess(Answer answer) {
        return answer.status() < 400;
    }
}
