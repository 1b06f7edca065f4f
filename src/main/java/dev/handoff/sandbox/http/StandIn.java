package dev.handoff.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handoff.fault.Answer;
import dev.handoff.fault.FaultPlan;
import dev.handoff.journal.Capture;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Claim;
import dev.handoff.journal.Disposition;
import dev.handoff.journal.Journal;
import dev.handoff.journal.Message;
import dev.handoff.vocabulary.SystemSpec;
import dev.handoff.vocabulary.SystemSpec.Endpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** How a stand-in behaves: it records what it accepts, lists what it recorded, and honours idempotency keys. */
final class StandIn {

    private final SystemSpec.Http spec;
    private final Journal journal;
    private final FaultPlan faults;
    private final List<Route> routes;
    private final AtomicLong sequence = new AtomicLong();
    private final Map<String, Kept<JsonNode>> recorded = new ConcurrentHashMap<>();
    private final IdempotencyMemory memory;

    StandIn(SystemSpec.Http spec, Journal journal, FaultPlan faults) {
        this.spec = spec;
        this.journal = journal;
        this.faults = faults;
        this.memory = new IdempotencyMemory(journal::oldest);
        this.routes = spec.endpoints().stream().map(Route::new).toList();
    }

    String system() {
        return spec.name();
    }

    Answer answer(HttpRequest request) {
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

    private Answer read(Endpoint endpoint, HttpRequest request, Map<String, String> path) {
        List<JsonNode> items =
                endpoint.lists().map(recorded::get).map(Kept::all).orElse(List.of());
        return AnswerTemplate.fill(endpoint, request, path, sequence.get(), items);
    }

    private Answer unmapped(HttpRequest request) {
        Answer answer = new Answer(
                404,
                Map.of(),
                "application/problem+json",
                "{\"title\":\"Not mapped\",\"status\":404,\"detail\":\"The vocabulary maps no such end point of "
                        + spec.name() + ".\"}");
        capture(null, request, Disposition.ACCEPTED, answer, null);
        return answer;
    }

    private Answer record(Endpoint endpoint, HttpRequest request, Map<String, String> path) {
        String effect = endpoint.records().orElseThrow();
        String key = spec.idempotencyKey()
                .flatMap(header -> request.content().header(header))
                .orElse(null);
        Optional<FaultPlan.Met> fault = fault(request);
        if (fault.isPresent()) {
            Answer answer = fault.get().fault().answer();
            Captured captured = capture(effect, request, Disposition.REJECTED, answer, key);
            faults.fired(fault.get(), captured.index());
            return answer;
        }
        return key == null ? accept(endpoint, effect, request, path, null) : once(endpoint, effect, request, path, key);
    }

    private Optional<FaultPlan.Met> fault(HttpRequest request) {
        return faults.isEmpty()
                ? Optional.empty()
                : faults.meet(journal.whose(request.content(), properties(request)).stream()
                        .map(Claim::scenario)
                        .toList());
    }

    private synchronized Answer once(
            Endpoint endpoint, String effect, HttpRequest request, Map<String, String> path, String key) {
        Optional<IdempotencyMemory.Recall> recall = memory.recall(key, request);
        if (recall.isPresent()) {
            Disposition disposition = recall.get().same() ? Disposition.REPLAYED : Disposition.REJECTED;
            capture(effect, request, disposition, recall.get().answer(), key);
            return recall.get().answer();
        }
        return accept(endpoint, effect, request, path, key);
    }

    private Answer accept(Endpoint endpoint, String effect, HttpRequest request, Map<String, String> path, String key) {
        Answer answer = AnswerTemplate.fill(endpoint, request, path, sequence.incrementAndGet(), List.of());
        boolean accepted = isSuccess(answer);
        Captured captured =
                capture(effect, request, accepted ? Disposition.ACCEPTED : Disposition.REJECTED, answer, key);
        if (accepted) {
            recorded.computeIfAbsent(effect, none -> new Kept<>(journal::oldest))
                    .add(captured.index(), item(request, answer));
        }
        if (accepted && key != null) {
            memory.remember(key, request, answer, captured.index());
        }
        return answer;
    }

    private static JsonNode item(HttpRequest request, Answer answer) {
        JsonNode sent = request.content().tree();
        JsonNode answered = message(answer).tree();
        if (sent instanceof ObjectNode object && answered instanceof ObjectNode more) {
            return object.deepCopy().setAll(more);
        }
        return sent.isMissingNode() ? answered : sent;
    }

    private Captured capture(
            String effect, HttpRequest request, Disposition disposition, Answer answer, String handoff) {
        return journal.capture(Capture.effect(
                        spec.name(),
                        effect,
                        request.method() + " " + request.path(),
                        properties(request),
                        request.content())
                .answered(disposition, answer.status(), message(answer), handoff));
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
