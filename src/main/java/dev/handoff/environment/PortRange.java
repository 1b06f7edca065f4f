package dev.handoff.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Ports from {@code first} to {@code last}, both included. */
record PortRange(int first, int last) {

    private static final Path LINUX = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
    private static final int USUAL_FIRST = 20_000;
    private static final int USUAL_LAST = 31_999;
    private static final int WIDE_ENOUGH = 1_000;

    int size() {
        return last - first + 1;
    }

    /** Ports that the operating system does not hand out by itself. */
    static PortRange besideEphemeral() {
        try {
            String[] limits = Files.readString(LINUX).trim().split("\\s+");
            return beside(Integer.parseInt(limits[0]), Integer.parseInt(limits[1]));
        } catch (IOException | RuntimeException notLinux) {
            return beside(32_768, 65_535);
        }
    }

    /** The usual range, or as much of it as lies below the ephemeral ports; else ports below or above those. */
    static PortRange beside(int ephemeralFirst, int ephemeralLast) {
        int last = Math.min(USUAL_LAST, ephemeralFirst - 1);
        if (last - USUAL_FIRST >= WIDE_ENOUGH) {
            return new PortRange(USUAL_FIRST, last);
        }
        if (USUAL_FIRST > ephemeralLast) {
            return new PortRange(USUAL_FIRST, USUAL_LAST);
        }
        if (65_535 - ephemeralLast >= WIDE_ENOUGH) {
            return new PortRange(ephemeralLast + 1, 65_535);
        }
        if (last - 1_024 >= WIDE_ENOUGH) {
            return new PortRange(1_024, last);
        }
        // Everything is ephemeral here: the locks still keep runs apart, and chance collisions are rare.
        return new PortRange(USUAL_FIRST, USUAL_LAST);
    }
}
