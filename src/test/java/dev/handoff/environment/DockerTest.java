package dev.handoff.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What cannot be had is said in one sentence, with what to do. */
@Timeout(120)
class DockerTest {

    @Test
    void an_engine_that_does_not_answer_is_named_with_the_environment_that_needs_none() throws Exception {
        assertThat(saidWith(Map.of("DOCKER_HOST", "tcp://localhost:1")))
                .containsExactly("The environment \"containers\" needs a Docker engine, and none answers at"
                        + " tcp://localhost:1, where DOCKER_HOST points. Start one, or take"
                        + " -Dhandoff.environment=embedded, which needs none.");
    }

    @Test
    void an_engine_that_was_never_there_is_told_from_one_that_may_not_be_used() {
        RuntimeException none = new IllegalStateException("Could not find a valid Docker environment. Please …");

        assertThat(new NoDocker("", false).sentence(none))
                .isEqualTo("The environment \"containers\" needs a Docker engine, and there is none: DOCKER_HOST is not"
                        + " set, and nothing is at /var/run/docker.sock. Start one, or take"
                        + " -Dhandoff.environment=embedded, which needs none.");
        assertThat(new NoDocker("", true).sentence(none))
                .contains(" and none answers at /var/run/docker.sock: it is not running, or this user may not write to"
                        + " the socket. ");
    }

    @Test
    void an_engine_that_cannot_be_used_is_quoted() {
        assertThat(new NoDocker("", true).sentence(new IllegalStateException("Check failed: too old.\nand more")))
                .contains(" and the one that is there cannot be used: Check failed: too old. Start one, or take ");
    }

    @Test
    void an_image_of_testcontainers_own_that_cannot_be_had_can_be_done_without() {
        assertThat(new NoDocker("", true)
                        .sentence(new IllegalStateException("Condition with Lambda expression in"
                                + " org.testcontainers.images.RemoteDockerImage was not fulfilled within 15 seconds.")))
                .isEqualTo("Testcontainers cannot pull an image of its own, which removes containers after a run that"
                        + " was killed: pull testcontainers/ryuk, or set the environment variable"
                        + " TESTCONTAINERS_RYUK_DISABLED=true and do without. The environment embedded needs neither.");
    }

    @Test
    void an_engine_that_nobody_has_named_is_not_taken_for_the_one_that_was() {
        NoDocker noDocker = new NoDocker("tcp://build:2375", true);

        assertThat(noDocker.isAskedForElsewhere(URI.create("unix:///var/run/docker.sock")))
                .isTrue();
        assertThat(noDocker.isAskedForElsewhere(URI.create("tcp://build:2375"))).isFalse();
        assertThat(new NoDocker("", true).isAskedForElsewhere(URI.create("tcp://build:2375")))
                .isFalse();
    }

    @Test
    void an_image_that_cannot_be_had_is_named_at_once_with_what_the_engine_says() {
        Docker docker = DockerHere.orSkip();
        long from = System.nanoTime();

        assertThatThrownBy(() -> docker.provide("localhost:1/none:7", ServerImage.POSTGRES.setting()))
                .isInstanceOf(EnvironmentFailed.class)
                .hasMessageStartingWith("Docker has no image localhost:1/none:7 and cannot pull it: ")
                .hasMessageContaining("connection refused")
                .hasMessageEndingWith(
                        ". Try \"docker pull localhost:1/none:7\", or name another image with -Dhandoff.image.postgres=.");
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void what_is_no_name_of_an_image_is_said() {
        Docker docker = DockerHere.orSkip();

        assertThatThrownBy(() -> docker.provide("No Image", ServerImage.RABBITMQ.setting()))
                .isInstanceOf(EnvironmentFailed.class)
                .hasMessage("\"No Image\" is not the name of an image, as in postgres:17; it is said by"
                        + " -Dhandoff.image.rabbitmq=.");
    }

    /** All that a run says, on both streams. */
    private static List<String> saidWith(Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(ApplicationProcess.javaCommand(Reaching.class.getName(), List.of()))
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process run = builder.start();
        List<String> said = run.inputReader().lines().toList();
        assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    static final class Reaching {

        public static void main(String[] none) {
            try {
                Docker.reach();
                System.out.println("reached");
            } catch (EnvironmentFailed failed) {
                System.out.println(failed.getMessage());
            }
        }
    }
}
