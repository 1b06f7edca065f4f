package dev.handoff.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.net.ConnectException;
import java.net.NetworkInterface;
import java.net.Socket;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A real broker in a container. */
@Timeout(180)
class RabbitContainerTest {

    private Docker docker;

    @BeforeEach
    void reach() {
        docker = DockerHere.orSkip();
    }

    @Test
    void has_an_empty_virtual_host_of_its_own_on_loopback_and_leaves_no_container() throws Exception {
        int port;
        try (RabbitContainer rabbit = RabbitContainer.start(docker, "run-1", false)) {
            port = rabbit.address().getPort();
            try (Connection connection = connect(rabbit);
                    Channel channel = connection.createChannel()) {
                channel.exchangeDeclare("shop.events", "topic", true);
                channel.exchangeDeclarePassive("shop.events");
            }
            assertThat(rabbit.address()).asString().matches("amqp://guest:guest@localhost:\\d+/run-1");
            assertThat(rabbit.description()).matches("RabbitMQ \\d+\\.\\d+\\.\\d+ \\(rabbitmq:4-management\\)");
            isFoundOnLoopbackOnly(port);
        }

        assertThatThrownBy(() -> new Socket("localhost", port).close()).isInstanceOf(ConnectException.class);
    }

    private static Connection connect(RabbitContainer rabbit) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(rabbit.address());
        return factory.newConnection();
    }

    private static void isFoundOnLoopbackOnly(int port) throws Exception {
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            Collections.list(network.getInetAddresses()).stream()
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .forEach(address -> assertThatThrownBy(() -> new Socket(address, port).close())
                            .as(address.toString())
                            .isInstanceOf(ConnectException.class));
        }
    }
}
