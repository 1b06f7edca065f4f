package bench.figures;

import bench.capture.CaptureRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How fast requests are captured, against a bare server of the same library, and what they take. */
public final class Capture implements Figure {

    private static final List<String> SERVERS = List.of("bare", "stand-in", "wiremock");

    @Override
    public String name() {
        return "capture";
    }

    @Override
    public List<Row> measure(Measuring measuring) throws Exception {
        int requests = Integer.getInteger("bench.requests", 100_000);
        Path folder = measuring.folder().resolve(name());
        Map<String, List<CaptureRun>> runs = new TreeMap<>();
        for (int i = 1; i <= measuring.repetitions(); i++) {
            for (String server : SERVERS) {
                Path results = folder.resolve("run-" + i);
                CaptureRun run = CaptureRun.of(server, requests, results);
                runs.computeIfAbsent(server, none -> new ArrayList<>()).add(run);
                deleteJournals(results);
                System.out.printf(
                        "capture %d/%d %s: %,.0f requests/s, %.0f us of CPU each, %.0f MB per 100,000, %d lost%n",
                        i,
                        measuring.repetitions(),
                        server,
                        run.perSecond(),
                        run.cpuMicros(),
                        run.heapMegabytes(),
                        run.lost());
            }
        }
        List<CaptureRun> ours = runs.get("stand-in");
        List<CaptureRun> bare = runs.get("bare");
        List<CaptureRun> wireMock = runs.get("wiremock");
        long lost = ours.stream().mapToLong(CaptureRun::lost).sum();
        return List.of(
                Row.atLeastTimes(
                        "POSTs of 1 KB captured, against bare Jetty",
                        2 / 3.0,
                        "/s",
                        Median.of(ours, CaptureRun::perSecond),
                        Median.of(bare, CaptureRun::perSecond)),
                Row.compared(
                        "POSTs of 1 KB captured, against WireMock",
                        "/s",
                        Median.of(ours, CaptureRun::perSecond),
                        Median.of(wireMock, CaptureRun::perSecond)),
                Row.compared(
                        "CPU of the server for each, against bare Jetty",
                        "µs",
                        Median.of(ours, CaptureRun::cpuMicros),
                        Median.of(bare, CaptureRun::cpuMicros)),
                new Row("lost", "none", String.valueOf(lost), "", "", Row.verdict(lost == 0)),
                Row.atMost(
                        "heap after a collection, 100,000 of them, against bare Jetty and WireMock",
                        60,
                        "MB",
                        Median.of(ours, CaptureRun::heapMegabytes),
                        Row.text(Median.of(bare, CaptureRun::heapMegabytes)) + " / "
                                + Row.text(Median.of(wireMock, CaptureRun::heapMegabytes)) + " MB"));
    }

    /** Some hundred megabytes each. */
    private static void deleteJournals(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (path.getFileName().toString().equals("journal.ndjson")) {
                    Files.delete(path);
                }
            }
        }
    }
}
