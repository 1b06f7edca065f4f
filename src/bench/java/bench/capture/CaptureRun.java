package bench.capture;

import bench.jvm.MeasuredJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * What one server made of a load, in a JVM of its own.
 *
 * @param perSecond requests answered a second
 * @param cpuMicros user and system time of the server for each
 * @param lost how many were answered and not kept
 * @param heapMegabytes heap after a collection that 100,000 of them took
 */
public record CaptureRun(double perSecond, double cpuMicros, long lost, double heapMegabytes) {

    private static final int WARM_UP = 40_000;

    /** Loads a server: {@code bare}, {@code stand-in} or {@code wiremock}. */
    public static CaptureRun of(String server, int requests, Path folder) throws Exception {
        Files.createDirectories(folder);
        Process process = new ProcessBuilder(MeasuredJvm.command(2048, CaptureServer.class, server, folder.toString()))
                .redirectError(folder.resolve(server + ".txt").toFile())
                .start();
        try (BufferedReader answers =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                PrintStream questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8)) {
            int port = (int) answer(answers);
            Load.post(port, 0, WARM_UP);
            long heapBefore = ask("heap", questions, answers);
            long cpuBefore = ask("cpu", questions, answers);
            double seconds = Load.post(port, WARM_UP, requests);
            long cpu = ask("cpu", questions, answers) - cpuBefore;
            long heap = ask("heap", questions, answers) - heapBefore;
            long lost = WARM_UP + requests - ask("count", questions, answers);
            questions.close();
            process.waitFor(1, TimeUnit.MINUTES);
            return new CaptureRun(requests / seconds, cpu / 1e3 / requests, lost, heap / 1e6 * 100_000 / requests);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static long ask(String question, PrintStream questions, BufferedReader answers) throws IOException {
        questions.println(question);
        return answer(answers);
    }

    private static long answer(BufferedReader answers) throws IOException {
        String line = answers.readLine();
        while (line != null && line.startsWith("[")) {
            // The JVM's own log.
            line = answers.readLine();
        }
        if (line == null) {
            throw new IOException("the server has ended");
        }
        return Long.parseLong(line);
    }
}
