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

    private static final int CALLS = 3;

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

    /**
     * How many orders met a misbehaviour.
     *
     * @param holdMicros the time after the last call within which it must have happened to be seen; a busy machine may be
     *     later than it meant to be
     */
    public long planted(Misbehaviour misbehaviour, long holdMicros) {
        return byOrder.entrySet().stream()
                .filter(order -> misbehaviour.meets(order.getKey()))
                .filter(order -> misbehaviour.againMillis() == 0 || isRepeated(order.getValue(), holdMicros))
                .count();
    }

    private static boolean isRepeated(List<Long> calls, long holdMicros) {
        return calls.size() > CALLS && calls.get(calls.size() - 1) - calls.get(calls.size() - 2) < holdMicros;
    }
}
