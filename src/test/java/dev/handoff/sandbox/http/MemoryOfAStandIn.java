package dev.handoff.sandbox.http;

import dev.handoff.fault.FaultPlan;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.journal.Message;
import dev.handoff.journal.Sink;
import dev.handoff.vocabulary.SystemSpec;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Shows how much memory a stand-in keeps over a long run: scenarios that post 20 requests of 1 KB each with an idempotency key, 64
 * side by side. Prints the heap after a collection, the journal's included.
 *
 * <pre>java -Xmx1g -cp … dev.handoff.sandbox.http.MemoryOfAStandIn 10000</pre>
 */
final class MemoryOfAStandIn {

    private static final int SIDE_BY_SIDE = 64;
    private static final int REQUESTS = 20;
    private static final String FILLER = "x".repeat(1_000);

    private MemoryOfAStandIn() {}

    public static void main(String[] arguments) {
        int scenarios = arguments.length == 0 ? 10_000 : Integer.parseInt(arguments[0]);
        Journal journal = new Journal(new JournalSettings(Map.of("order_id", List.of()), Set.of()), Sink.NOWHERE);
        StandIn payments = new StandIn(payments(), journal, new FaultPlan("payments", journal));
        Deque<String> running = new ArrayDeque<>();
        long before = heap();
        System.out.println("scenarios    requests  heap over start");
        for (int i = 1; i <= scenarios; i++) {
            String id = journal.startScenario("scenario " + i, "a.feature", i, List.of())
                    .scenario();
            running.add(id);
            for (int request = 0; request < REQUESTS; request++) {
                payments.answer(refund(id, i, request));
            }
            if (running.size() == SIDE_BY_SIDE) {
                journal.endScenario(running.poll());
            }
            if (i % (scenarios / 10) == 0) {
                System.out.printf(Locale.ROOT, "%9d  %10d  %12.1f MB%n", i, i * REQUESTS, (heap() - before) / 1e6);
            }
        }
        if (payments.answer(new HttpRequest("GET", "/refunds", Map.of(), Message.EMPTY))
                        .answer()
                        .status()
                != 200) {
            throw new IllegalStateException("the stand-in does not list any more");
        }
    }

    private static SystemSpec.Http payments() {
        return new SystemSpec.Http(
                "payments",
                Optional.empty(),
                Optional.of("Idempotency-Key"),
                Optional.empty(),
                false,
                List.of(
                        endpoint("POST", Optional.of("provider refund"), Optional.empty(), 201),
                        endpoint("GET", Optional.empty(), Optional.of("provider refund"), 200)));
    }

    private static SystemSpec.Endpoint endpoint(
            String method, Optional<String> records, Optional<String> lists, int status) {
        return new SystemSpec.Endpoint(method, "/refunds", records, lists, status, Map.of(), Optional.empty());
    }

    private static HttpRequest refund(String scenario, int number, int request) {
        Map<String, List<String>> headers = Map.of(
                "X-Correlation-Id", List.of(scenario), "Idempotency-Key", List.of("k-" + number + "-" + request));
        String body = "{\"order_id\":\"A-" + number + "\",\"note\":\"" + FILLER + "\"}";
        return new HttpRequest("POST", "/refunds", Map.of(), Message.of(headers, "application/json", body));
    }

    private static long heap() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
