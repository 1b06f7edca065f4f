package bench.figures;

import bench.orders.Misbehaviour;
import bench.orders.OrdersFeature;
import bench.orders.Sent;
import bench.specs.Side;
import bench.specs.SpecsJvm;
import bench.specs.SpecsResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * What a suite found of an application that misbehaves.
 *
 * @param planted the scenarios in which it did so, in time to be seen
 * @param caught the scenarios in which it did so and that were red
 * @param others the scenarios that were red without cause
 */
record Found(long planted, long caught, long others) {

    private static final long ONE_SECOND = 1_000_000;

    static Found by(Side side, Misbehaviour misbehaviour, Path features, Path folder, Measuring measuring)
            throws IOException, InterruptedException {
        Path results = folder.resolve(misbehaviour.name().toLowerCase(Locale.ROOT));
        Path sent = results.resolve("sent-" + side + ".txt").toAbsolutePath();
        Files.deleteIfExists(sent);
        SpecsResult result = SpecsJvm.run(
                side,
                features,
                results,
                measuring.threads(),
                measuring.allure(),
                Map.of("ORDERS_MISBEHAVIOUR", misbehaviour.name(), "ORDERS_SENT", sent.toString()));
        long caught = result.red().stream()
                .filter(scenario -> misbehaviour.meets(OrdersFeature.order(scenario)))
                .count();
        long hold = side == Side.HANDOFF_IDLE ? Long.MAX_VALUE : ONE_SECOND;
        return new Found(
                Sent.read(sent).planted(misbehaviour, hold),
                caught,
                result.red().size() - caught);
    }

    boolean isRight() {
        return caught >= planted && others == 0;
    }

    String words() {
        return caught + " of " + planted + (others == 0 ? "" : ", " + others + " red without cause");
    }
}
