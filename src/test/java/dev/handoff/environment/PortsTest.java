package dev.handoff.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

    private static final PortRange NARROW = new PortRange(23_100, 23_119);

    @TempDir
    Path folder;

    @Test
    void two_runs_side_by_side_never_get_the_same_port() throws Exception {
        List<Integer> theirs = new ArrayList<>();
        Process other = anotherRun(NARROW, 10);
        try (BufferedReader said = other.inputReader();
                Ports ports = new Ports(folder, NARROW)) {
            for (int i = 0; i < 10; i++) {
                theirs.add(Integer.valueOf(said.readLine()));
            }
            List<Integer> ours = reserveAllThatAreLeft(ports);

            // Not exactly ten: something else on this machine may use a port of the range at this moment.
            assertThat(ours).isNotEmpty().doesNotHaveDuplicates().doesNotContainAnyElementsOf(theirs);
            assertThat(theirs).doesNotHaveDuplicates();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void a_holder_that_is_refused_a_port_does_not_take_the_lock_from_the_one_who_has_it() throws Exception {
        try (Ports first = new Ports(folder, NARROW)) {
            int port = first.reserve();
            PortRange taken = new PortRange(port, port);
            try (Ports second = new Ports(folder, taken)) {
                assertThatThrownBy(second::reserve)
                        .isInstanceOf(EnvironmentFailed.class)
                        .hasMessageStartingWith("No free port is left between " + port + " and " + port);
            }

            // A lock dropped by the refused one would show in another JVM only.
            Process other = anotherRun(taken, 1);
            try (BufferedReader said = other.inputReader()) {
                assertThat(said.readLine()).isEqualTo("refused");
            } finally {
                other.destroyForcibly();
            }
        }
    }

    @Test
    void a_port_can_be_had_again_when_its_holder_is_closed() {
        Ports first = new Ports(folder, NARROW);
        int port = first.reserve();
        first.close();

        try (Ports later = new Ports(folder, new PortRange(port, port))) {
            assertThat(later.reserve()).isEqualTo(port);
        }
    }

    @Test
    void a_port_that_something_listens_on_is_passed_over() throws Exception {
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Ports ports = new Ports(folder, new PortRange(stranger.getLocalPort(), stranger.getLocalPort()))) {
            assertThatThrownBy(ports::reserve).isInstanceOf(EnvironmentFailed.class);
        }
    }

    @Test
    void a_fixed_port_that_is_in_use_is_named_with_the_system_that_wants_it() throws Exception {
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = stranger.getLocalPort();

            assertThatThrownBy(() -> Ports.requireFree(port, "mail"))
                    .isInstanceOf(EnvironmentFailed.class)
                    .hasMessage("port " + port + " for mail is in use; end the program that listens there,"
                            + " or give mail another port.");
        }
        try (Ports ports = new Ports()) {
            Ports.requireFree(ports.reserve(), "mail");
        }
    }

    @Test
    void ports_lie_outside_what_the_operating_system_hands_out() {
        assertThat(PortRange.beside(32_768, 60_999)).isEqualTo(new PortRange(20_000, 31_999));
        assertThat(PortRange.beside(49_152, 65_535)).isEqualTo(new PortRange(20_000, 31_999));
        assertThat(PortRange.beside(25_000, 65_535)).isEqualTo(new PortRange(20_000, 24_999));
        assertThat(PortRange.beside(10_000, 60_000)).isEqualTo(new PortRange(60_001, 65_535));
        assertThat(PortRange.beside(10_000, 65_535)).isEqualTo(new PortRange(1_024, 9_999));
        assertThat(PortRange.beside(1_024, 65_535)).isEqualTo(new PortRange(20_000, 31_999));
    }

    private static List<Integer> reserveAllThatAreLeft(Ports ports) {
        List<Integer> reserved = new ArrayList<>();
        try {
            while (true) {
                reserved.add(ports.reserve());
            }
        } catch (EnvironmentFailed noneLeft) {
            return reserved;
        }
    }

    private Process anotherRun(PortRange range, int count) throws IOException {
        return new ProcessBuilder(ApplicationProcess.javaCommand(
                        AnotherRun.class.getName(),
                        List.of(folder.toString(), "" + range.first(), "" + range.last(), "" + count)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Reserves ports, says which, and holds them until it is ended. */
    static final class AnotherRun {

        public static void main(String[] args) throws IOException {
            Ports ports =
                    new Ports(Path.of(args[0]), new PortRange(Integer.parseInt(args[1]), Integer.parseInt(args[2])));
            try {
                for (int i = 0; i < Integer.parseInt(args[3]); i++) {
                    System.out.println(ports.reserve());
                }
            } catch (EnvironmentFailed noneLeft) {
                System.out.println("refused");
            }
            System.in.read();
        }
    }
}
