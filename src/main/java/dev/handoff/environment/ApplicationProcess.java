package dev.handoff.environment;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The application, run as a process of its own for as long as this object is open. */
final class ApplicationProcess implements Instance {

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final List<String> command;
    private final LogTail log;
    private AtExit atExit;
    private Process process;
    private boolean closed;

    private ApplicationProcess(List<String> command, Path log) {
        this.command = command;
        this.log = LogTail.startingNow(log);
    }

    /**
     * Returns when the application is ready. It is stopped when the JVM ends, if it was not before.
     *
     * @param command the program and its arguments; no shell reads them
     * @param environment variables beside those of this JVM
     * @param log where both output streams are appended
     * @param health asked until it answers 2xx
     * @param within how long that may take
     * @throws EnvironmentFailed if the command is not found, the process ends, or it is not ready in time; then nothing of
     *     it is left running
     */
    static ApplicationProcess start(
            List<String> command, Map<String, String> environment, Path log, URI health, Duration within) {
        ApplicationProcess application = new ApplicationProcess(command, log.toAbsolutePath());
        application.atExit = AtExit.stop("The application", application::close);
        try {
            application.launch(environment);
            Readiness.await(
                    health, application.process.onExit().thenApply(Process::exitValue), application.log, within);
            return application;
        } catch (RuntimeException e) {
            application.close();
            throw e;
        }
    }

    /**
     * The command that runs a main class on this JVM's Java and class path, made to start fast rather than to run long.
     */
    static List<String> javaCommand(String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                classPath(),
                mainClass));
        command.addAll(arguments);
        return command;
    }

    /** Surefire and Failsafe may start a JVM on a jar that only names the class path, and keep the path itself here. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public List<String> lastLogLines() {
        return log.lastLines();
    }

    /** An exit meanwhile waits for no more than this: the wait for readiness must not hold it up. */
    private synchronized void launch(Map<String, String> environment) {
        if (closed) {
            throw new EnvironmentFailed("The application is not started any more: the run is ending.");
        }
        File output = log.file().toFile();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.appendTo(output));
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.file().getParent());
            process = builder.start();
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new EnvironmentFailed("The application could not be started with the command \"%s\": %s."
                    .formatted(command.get(0), reason(e)));
        }
    }

    /** {@code Cannot run program "x": error=2, No such file or directory} in its last words. */
    private static String reason(IOException e) {
        return String.valueOf(e.getMessage()).replaceFirst("^.*error=\\d+, ", "");
    }

    /** Ends the process and all that it started at once, and returns when it has ended. The log stays. */
    @Override
    public synchronized void kill() {
        closed = true;
        atExit.close();
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
    }

    /**
     * Asks the process and all that it started to end, waits up to 5 seconds, then ends what is left. The log stays.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        atExit.close();
        if (process == null) {
            return;
        }
        // Taken before: what a process started is no longer found once it has ended.
        List<ProcessHandle> descendants = new ArrayList<>(process.descendants().toList());
        process.destroy();
        descendants.forEach(ProcessHandle::destroy);
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .atMost(GRACE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> !process.isAlive() && descendants.stream().noneMatch(ApplicationProcess::runs));
        } catch (ConditionTimeoutException stillThere) {
            descendants.addAll(process.descendants().toList());
            process.destroyForcibly();
            descendants.forEach(ProcessHandle::destroyForcibly);
            process.onExit().join();
        }
    }

    /**
     * Not for our own child, whose end we are told. One that has ended counts as alive until somebody asks for its end,
     * which nobody may do (pid 1 in a container); it holds its ports until its last thread has gone.
     */
    private static boolean runs(ProcessHandle descendant) {
        if (!descendant.isAlive()) {
            return false;
        }
        Path proc = Path.of("/proc", Long.toString(descendant.pid()));
        try {
            String stat = Files.readString(proc.resolve("stat"));
            String[] threads = proc.resolve("task").toFile().list();
            boolean ended = stat.charAt(stat.lastIndexOf(')') + 2) == 'Z';
            return !ended || threads == null || threads.length > 1;
        } catch (IOException | RuntimeException notLinuxOrJustGone) {
            return descendant.isAlive();
        }
    }
}
