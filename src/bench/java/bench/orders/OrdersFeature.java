package bench.orders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The feature that both sides run, word for word. */
public final class OrdersFeature {

    private static final String SCENARIO = """

              Scenario: Order %1$d
                When a customer places order %1$d
                Then the response status is 202
                And %2$s
            """;

    private OrdersFeature() {}

    /** Writes it with so many scenarios that end in the same statement, and gives its folder. */
    public static Path write(Path folder, int scenarios, String statement) throws IOException {
        Files.createDirectories(folder);
        String feature = IntStream.rangeClosed(1, scenarios)
                .mapToObj(order -> SCENARIO.formatted(order, statement))
                .collect(Collectors.joining("", "Feature: Orders\n", ""));
        Files.writeString(folder.resolve("orders.feature"), feature);
        return folder;
    }

    /** The order that a scenario is about, by its name. */
    public static int order(String scenario) {
        return Integer.parseInt(scenario.substring("Order ".length()));
    }
}
