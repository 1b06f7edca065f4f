package dev.handoff.environment;

import java.io.IOException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Container;
import org.testcontainers.rabbitmq.RabbitMQContainer;
import org.testcontainers.utility.DockerImageName;

/** A RabbitMQ server in a container, for tests of other packages; see {@link NeedsDocker}. */
public final class TestRabbit implements AutoCloseable {

    private final RabbitMQContainer container = new RabbitMQContainer(DockerImageName.parse("rabbitmq:4-management"));

    private TestRabbit() {}

    public static TestRabbit start() {
        TestRabbit rabbit = new TestRabbit();
        rabbit.container.start();
        return rabbit;
    }

    public String url() {
        return "amqp://guest:guest@" + container.getHost() + ":" + container.getAmqpPort();
    }

    /** Runs a command of the server's own tools. */
    public String run(String... command) throws IOException, InterruptedException {
        Container.ExecResult result = container.execInContainer(command);
        if (result.getExitCode() != 0) {
            throw new IOException(String.join(" ", command) + ": " + result.getStderr());
        }
        return result.getStdout();
    }

    /** Nothing of it runs until it is resumed; its connections stay. */
    public void pause() {
        DockerClientFactory.instance()
                .client()
                .pauseContainerCmd(container.getContainerId())
                .exec();
    }

    public void resume() {
        DockerClientFactory.instance()
                .client()
                .unpauseContainerCmd(container.getContainerId())
                .exec();
    }

    /** Ends it without a word. */
    public void kill() {
        DockerClientFactory.instance()
                .client()
                .killContainerCmd(container.getContainerId())
                .exec();
    }

    @Override
    public void close() {
        container.stop();
    }
}
