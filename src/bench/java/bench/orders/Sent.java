package bench.orders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * When the application sent what, as it noted itself.
 *
 * @param byOrder microseconds since 1970, in order
 */
public record Sent(Map<Integer, List<Long>> byOrder) {

    private static final long HOLD_MICROS = 1_000_000;

    public static Sent read(Path file) throws IOException {
        return new Sent(Files.readAllLines(file).stream()
                .map(line -> line.split(" "))
                .collect(Collectors.groupingBy(
                        line -> Integer.valueOf(line[0]),
                        Collectors.mapping(line -> Long.valueOf(line[1]), Collectors.toList()))));
    }

    /** When the last call of an order left. */
    public long last(int order) {
        List<Long> calls = byOrder.get(order);
        return calls.get(calls.size() - 1);
    }

    /** How many orders met a misbehaviour in time for a hold of a second to see it: a busy machine may send too late. */
    public long planted(Misbehaviour misbehaviour) {
        return byOrder.entrySet().stream()
                .filter(order -> misbehaviour.meets(order.getKey()))
                .filter(order -> misbehaviour.againMillis() == 0 || gap(order.getValue()) < HOLD_MICROS)
                .count();
    }

    private static long gap(List<Long> calls) {
        return calls.get(calls.size() - 1) - calls.get(calls.size() - 2);
    }
}
