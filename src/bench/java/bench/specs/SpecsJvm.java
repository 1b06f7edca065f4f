package bench.specs;

import bench.jvm.MeasuredJvm;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A JVM that runs one side's specs, as a team's build would start it. */
public final class SpecsJvm {

    private SpecsJvm() {}

    /**
     * Runs a folder of features.
     *
     * @param results the folder that gets a folder of the side's name
     * @param environment further environment variables, which the application gets, too
     * @throws IllegalStateException when the JVM ends without a result
     */
    public static SpecsResult run(
            Side side, Path features, Path results, int threads, boolean allure, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path folder = folder(results, side);
        Files.createDirectories(folder);
        Path log = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(MeasuredJvm.command(
                        1024,
                        SpecsMain.class,
                        side.words(),
                        features.toString(),
                        folder.toString(),
                        String.valueOf(threads),
                        allure ? "allure" : "plain"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        int exitCode = builder.start().waitFor();
        Path result = folder.resolve("result.json");
        if (exitCode != 0 || !Files.exists(result)) {
            throw new IllegalStateException(side.words() + " ended with " + exitCode + ":\n" + Files.readString(log));
        }
        return new ObjectMapper().readValue(result.toFile(), SpecsResult.class);
    }

    /** Where a side leaves what it wrote. */
    public static Path folder(Path results, Side side) {
        return results.resolve(side.words());
    }
}
