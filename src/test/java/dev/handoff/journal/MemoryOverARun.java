package dev.handoff.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Shows how much memory a journal keeps over a long run: scenarios of 20 deliveries with bodies of 1 KB, 64 side by side; every
 * second delivery carries the correlation ID, the others an order, and every tenth scenario has a customer in common. Prints
 * the heap after a collection, and what a capture costs.
 *
 * <pre>java -Xmx1g -cp … dev.handoff.journal.MemoryOverARun 100000</pre>
 */
final class MemoryOverARun {

    private static final int SIDE_BY_SIDE = 64;
    private static final int DELIVERIES = 20;
    private static final String FILLER = "x".repeat(60);

    private MemoryOverARun() {}

    public static void main(String[] arguments) {
        int scenarios = arguments.length == 0 ? 10_000 : Integer.parseInt(arguments[0]);
        Journal journal = new Journal(new JournalSettings(Run.KEYS, Set.of()), Sink.NOWHERE);
        Deque<String> running = new ArrayDeque<>();
        long before = heap();
        long capturing = 0;
        System.out.println("scenarios  deliveries  heap over start  a capture");
        for (int i = 1; i <= scenarios; i++) {
            String id = journal.startScenario("scenario " + i, "a.feature", i, List.of("REF-" + UUID.randomUUID()))
                    .scenario();
            running.add(id);
            journal.learn(id, "order_id", order(i));
            journal.learn(id, "email", i % 10 == 0 ? "ann@example.org" : "h" + i + "@example.org");
            long began = System.nanoTime();
            for (int delivery = 0; delivery < DELIVERIES; delivery++) {
                journal.capture(delivery(i, delivery, id));
            }
            capturing += System.nanoTime() - began;
            if (running.size() == SIDE_BY_SIDE) {
                journal.endScenario(running.poll());
            }
            if (i % (scenarios / 10) == 0) {
                System.out.printf(
                        Locale.ROOT,
                        "%9d  %10d  %12.1f MB  %6.0f µs%n",
                        i,
                        i * DELIVERIES,
                        (heap() - before) / 1e6,
                        capturing / 1e3 / (scenarios / 10) / DELIVERIES);
                capturing = 0;
            }
        }
        running.forEach(journal::endScenario);
        journal.end();
        System.out.printf(Locale.ROOT, "all have ended         %12.1f MB%n", (heap() - before) / 1e6);
    }

    private static String order(int scenario) {
        return "A-" + scenario;
    }

    private static Capture delivery(int scenario, int delivery, String id) {
        StringBuilder body = new StringBuilder("{\"order_id\":\"" + order(scenario) + "\",\"sequence\":" + delivery);
        for (int line = 0; line < 12; line++) {
            body.append(",\"note_")
                    .append(line)
                    .append("\":\"")
                    .append(FILLER)
                    .append(line)
                    .append('"');
        }
        Map<String, List<String>> headers = delivery % 2 == 0
                ? Map.of("X-Correlation-Id", List.of(id), "Content-Type", List.of("application/json"))
                : Map.of("Content-Type", List.of("application/json"));
        return Capture.effect(
                "crm",
                "CRM lead",
                "POST /leads",
                Map.of("path", "/leads"),
                Message.of(headers, "application/json", body.append('}').toString()));
    }

    private static long heap() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
