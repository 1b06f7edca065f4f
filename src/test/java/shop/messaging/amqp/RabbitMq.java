package shop.messaging.amqp;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.net.URI;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.rabbitmq.RabbitMQContainer;
import org.testcontainers.utility.DockerImageName;

/** A real one, in a container. */
final class RabbitMq implements AutoCloseable {

    private final RabbitMQContainer container;

    private RabbitMq(RabbitMQContainer container) {
        this.container = container;
    }

    /** Skips the tests where there is no Docker engine. */
    static RabbitMq start() {
        assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "RabbitMQ is started in a container, and there is no Docker engine");
        RabbitMQContainer container = new RabbitMQContainer(DockerImageName.parse("rabbitmq:4-management"));
        container.start();
        return new RabbitMq(container);
    }

    URI url() {
        return URI.create(container.getAmqpUrl());
    }

    /** Closes every connection and takes no new one, as if the machine were gone; what is durable stays. */
    void goAway() {
        control("stop_app");
    }

    void comeBack() {
        control("start_app");
    }

    /** All that was ever declared is gone. */
    void comeBackEmpty() {
        control("reset");
        control("start_app");
    }

    /** Gives an alarm for lack of memory, and takes no more messages. */
    void runShortOfMemory() {
        control("set_vm_memory_high_watermark", "0.00001");
    }

    void haveMemoryAgain() {
        control("set_vm_memory_high_watermark", "0.4");
    }

    <T> T ask(Question<T> question) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(url());
        try (Connection connection = factory.newConnection();
                Channel channel = connection.createChannel()) {
            return question.ask(channel);
        }
    }

    interface Question<T> {
        T ask(Channel channel) throws Exception;
    }

    @Override
    public void close() {
        container.stop();
    }

    private void control(String... command) {
        String[] all = new String[command.length + 1];
        all[0] = "rabbitmqctl";
        System.arraycopy(command, 0, all, 1, command.length);
        try {
            ExecResult result = container.execInContainer(all);
            if (result.getExitCode() != 0) {
                throw new IllegalStateException(result.getStderr());
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
