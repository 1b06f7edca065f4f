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
        List<Integer> taken = new ArrayList<>();
        Process other = new ProcessBuilder(ApplicationProcess.javaCommand(
                        AnotherRun.class.getName(),
                        List.of(folder.toString(), "" + NARROW.first(), "" + NARROW.last(), "10")))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = other.inputReader();
                Ports ours = new Ports(folder, NARROW)) {
            for (int i = 0; i < 10; i++) {
                taken.add(Integer.valueOf(said.readLine()));
            }
            int left = 10 - occupiedByStrangers(taken);
            for (int i = 0; i < left; i++) {
                taken.add(ours.reserve());
            }

            assertThat(taken).doesNotHaveDuplicates();
            assertThatThrownBy(ours::reserve)
                    .isInstanceOf(EnvironmentFailed.class)
                    .hasMessageStartingWith("No free port is left between 23100 and 23119");
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void two_holders_in_one_jvm_never_get_the_same_port_and_neither_loses_its_lock_to_the_other() {
        PortRange one = new PortRange(23_130, 23_130);
        try (Ports first = new Ports(folder, one);
                Ports second = new Ports(folder, one)) {
            assertThat(first.reserve()).isEqualTo(23_130);
            assertThatThrownBy(second::reserve).isInstanceOf(EnvironmentFailed.class);
        }
        try (Ports later = new Ports(folder, one)) {
            assertThat(later.reserve()).isEqualTo(23_130);
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

    /** Should something else on this machine listen in the narrow range, that is not the test's business. */
    private static int occupiedByStrangers(List<Integer> taken) {
        int occupied = 0;
        for (int port = NARROW.first(); port <= NARROW.last(); port++) {
            if (!taken.contains(port)) {
                try {
                    Ports.requireFree(port, "nobody");
                } catch (EnvironmentFailed stranger) {
                    occupied++;
                }
            }
        }
        return occupied;
    }

    /** Reserves ports, says which, and holds them until it is ended. */
    static final class AnotherRun {

        public static void main(String[] args) throws IOException {
            Ports ports =
                    new Ports(Path.of(args[0]), new PortRange(Integer.parseInt(args[1]), Integer.parseInt(args[2])));
            for (int i = 0; i < Integer.parseInt(args[3]); i++) {
                System.out.println(ports.reserve());
            }
            System.in.read();
        }
    }
}
