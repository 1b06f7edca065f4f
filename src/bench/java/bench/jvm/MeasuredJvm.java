package bench.jvm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The command of a JVM on this one's class path; {@code -Dbench.jvm} adds options, a profiler's for instance. */
public final class MeasuredJvm {

    private MeasuredJvm() {}

    /** The command that runs a main class with a heap of at most so many megabytes. */
    public static List<String> command(int heapMegabytes, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heapMegabytes + "m");
        Arrays.stream(System.getProperty("bench.jvm", "").split(" "))
                .filter(option -> !option.isBlank())
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
