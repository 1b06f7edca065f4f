package dev.handoff.environment;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * TCP ports on loopback that belong to this run until it is closed. A port is locked through a file that every run on
 * the machine looks at, so two runs never choose the same; and it lies outside the range from which the operating
 * system serves connections and binds to port 0, so nothing takes it by chance between choosing and binding.
 */
final class Ports implements AutoCloseable {

    /**
     * Every port that some Ports of this JVM holds. It is asked before a lock file is opened: a second lock in one JVM
     * is refused, but closing the channel that asked for it would drop the first one (POSIX locks belong to the process).
     */
    private static final Set<Integer> HELD_BY_THIS_JVM = new HashSet<>();

    private final Path folder;
    private final PortRange range;
    private final Map<Integer, FileChannel> held = new HashMap<>();

    Ports() {
        this(Path.of(System.getProperty("java.io.tmpdir"), "handoff-ports"), PortRange.besideEphemeral());
    }

    Ports(Path folder, PortRange range) {
        this.folder = folder;
        this.range = range;
    }

    /**
     * A port that nobody listens on and no other run will choose while this object is open.
     *
     * @throws EnvironmentFailed if there is none left, or the locks cannot be written
     */
    int reserve() {
        openFolder();
        int size = range.size();
        int first = ThreadLocalRandom.current().nextInt(size);
        // A stride that shares no factor with the size visits each port once, without the long runs of a plain count.
        int stride = coprimeTo(size);
        for (int i = 0; i < size; i++) {
            int port = range.first() + (int) ((first + (long) i * stride) % size);
            if (take(port)) {
                return port;
            }
        }
        throw new EnvironmentFailed(
                "No free port is left between %d and %d: each is held by a run (locks are in %s) or in use; end other runs, or wait a minute for the system to release the ports of those that ended."
                        .formatted(range.first(), range.last(), folder));
    }

    /** Releases every port. The lock files stay: deleting one while another run opens it would lock two files. */
    @Override
    public void close() {
        synchronized (HELD_BY_THIS_JVM) {
            held.forEach((port, lock) -> {
                closeQuietly(lock);
                HELD_BY_THIS_JVM.remove(port);
            });
            held.clear();
        }
    }

    /**
     * @param who the system that is to listen there, as the vocabulary names it
     * @throws EnvironmentFailed if something listens on the port already
     */
    static void requireFree(int port, String who) {
        if (!bindable(port, true)) {
            throw new EnvironmentFailed(
                    "port %d for %s is in use; end the program that listens there, or give %s another port."
                            .formatted(port, who, who));
        }
    }

    private boolean take(int port) {
        synchronized (HELD_BY_THIS_JVM) {
            if (HELD_BY_THIS_JVM.contains(port)) {
                return false;
            }
            FileChannel lock = lock(folder.resolve(Integer.toString(port)));
            if (lock == null) {
                return false;
            }
            if (!bindable(port, false)) {
                closeQuietly(lock);
                return false;
            }
            HELD_BY_THIS_JVM.add(port);
            held.put(port, lock);
            return true;
        }
    }

    private static FileChannel lock(Path file) {
        FileChannel channel = null;
        try {
            boolean isNew = Files.notExists(file);
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            if (isNew) {
                letEveryoneWrite(file);
            }
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (IOException notOurs) {
            // Another user's file that we may not open is as good as a lock: the next port will do.
        }
        closeQuietly(channel);
        return null;
    }

    private void openFolder() {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                letEveryoneWrite(folder);
            }
        } catch (IOException e) {
            throw new EnvironmentFailed(
                    "The folder %s, where runs agree on ports, cannot be made: %s".formatted(folder, e.getMessage()));
        }
        if (!Files.isWritable(folder)) {
            throw new EnvironmentFailed(
                    "The folder %s, where runs agree on ports, cannot be written; ".formatted(folder)
                            + "make it writable, or set another one with -Djava.io.tmpdir.");
        }
    }

    /** Runs of other users must find and lock the same files. */
    private static void letEveryoneWrite(Path path) throws IOException {
        try {
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwxrwxrwx" : "rw-rw-rw-"));
        } catch (UnsupportedOperationException windows) {
            // There the temporary folder is the user's own.
        }
    }

    private static boolean bindable(int port, boolean despiteTimeWait) {
        // Wildcard too: where SO_REUSEADDR is lax (macOS), loopback binds although somebody has the wildcard.
        List<InetAddress> addresses = List.of(InetAddress.getLoopbackAddress(), new InetSocketAddress(0).getAddress());
        try {
            for (InetAddress address : addresses) {
                try (ServerSocket socket = new ServerSocket()) {
                    socket.setReuseAddress(despiteTimeWait);
                    socket.bind(new InetSocketAddress(address, port), 1);
                }
            }
            return true;
        } catch (IOException inUse) {
            return false;
        }
    }

    private static int coprimeTo(int size) {
        int stride;
        do {
            stride = ThreadLocalRandom.current().nextInt(size) + 1;
        } while (gcd(stride, size) != 1);
        return stride;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // The lock ends with the process at the latest.
        }
    }
}
