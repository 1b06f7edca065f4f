package bench;

import bench.figures.Capture;
import bench.figures.Figure;
import bench.figures.IdleSuite;
import bench.figures.JudgeCost;
import bench.figures.Latency;
import bench.figures.Measuring;
import bench.figures.Row;
import bench.figures.SettledSuite;
import bench.figures.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures the figures that {@code -Dbench} names, or all, and writes the table to {@code target/bench/results.md}.
 */
final class Bench {

    private static final List<Figure> FIGURES =
            List.of(new SettledSuite(), new IdleSuite(), new Latency(), new Capture(), new JudgeCost(), new Start());

    private Bench() {}

    public static void main(String[] none) throws Exception {
        Path folder = Path.of("target", "bench");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("classpath.txt"), System.getProperty("java.class.path"));
        List<Row> rows = new ArrayList<>();
        for (Figure figure : asked(System.getProperty("bench", ""))) {
            System.out.println("== " + figure.name());
            rows.addAll(figure.measure(Measuring.asSaid(folder)));
            write(folder.resolve("results.md"), rows);
        }
        System.out.println();
        System.out.println(Files.readString(folder.resolve("results.md")));
    }

    private static List<Figure> asked(String names) {
        if (names.isBlank()) {
            return FIGURES;
        }
        List<String> known = FIGURES.stream().map(Figure::name).toList();
        List<String> asked = Arrays.stream(names.split(",")).map(String::strip).toList();
        asked.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(unknown -> {
            throw new IllegalArgumentException(
                    "there is no figure \"" + unknown + "\". Known: " + String.join(", ", known));
        });
        return FIGURES.stream().filter(figure -> asked.contains(figure.name())).toList();
    }

    private static void write(Path file, List<Row> rows) throws IOException {
        StringBuilder table = new StringBuilder(
                "| figure | target | ours | other | ratio | |\n| --- | --- | --- | --- | --- | --- |\n");
        for (Row row : rows) {
            table.append("| %s | %s | %s | %s | %s | %s |\n"
                    .formatted(row.figure(), row.target(), row.ours(), row.other(), row.ratio(), row.verdict()));
        }
        table.append("\n%d cores, %s %s, %s %s, heap of a measured JVM 1 GB\n"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.vm.name"),
                        Runtime.version(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch")));
        Files.writeString(file, table);
    }
}
