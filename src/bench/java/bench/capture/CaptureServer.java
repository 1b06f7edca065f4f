package bench.capture;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Captures requests until its input ends. Prints its port; answers each line of its input with one of its own: {@code
 * count} with the number of requests captured, {@code heap} with the bytes in use after a collection, {@code cpu} with
 * the nanoseconds of user and system time of the process.
 *
 * <p>Arguments: {@code bare}, {@code stand-in} or {@code wiremock}, and a folder.
 */
final class CaptureServer {

    private CaptureServer() {}

    public static void main(String[] arguments) throws Exception {
        Capturing capturing =
                switch (arguments[0]) {
                    case "bare" -> new BareServer();
                    case "stand-in" -> new StandInCapturing(Path.of(arguments[1]));
                    case "wiremock" -> new WireMockCapturing();
                    default -> throw new IllegalArgumentException(arguments[0]);
                };
        System.out.println(capturing.port());
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String question = questions.readLine(); question != null; question = questions.readLine()) {
            System.out.println(answer(question, capturing));
        }
        System.exit(0);
    }

    private static long answer(String question, Capturing capturing) throws IOException {
        return switch (question) {
            case "count" -> capturing.captured();
            case "heap" -> heap();
            case "cpu" -> ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
            default -> throw new IOException(question);
        };
    }

    private static long heap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
