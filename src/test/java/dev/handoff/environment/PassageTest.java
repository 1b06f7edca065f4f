package dev.handoff.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A way to a server that can be shut and opened again. */
@Timeout(20)
class PassageTest {

    private final ServerSocket server = server();
    private final Passage passage = new Passage(0, server.getLocalPort());
    private final BlockingQueue<Socket> arrived = new LinkedBlockingQueue<>();
    private final List<Socket> sockets = new ArrayList<>();
    private final AtomicInteger refused = new AtomicInteger();

    PassageTest() {
        Thread accepting = new Thread(() -> {
            try {
                while (true) {
                    arrived.add(server.accept());
                }
            } catch (IOException closed) {
                // the test is over
            }
        });
        accepting.setDaemon(true);
        accepting.start();
    }

    private static ServerSocket server() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @AfterEach
    void close() throws IOException {
        passage.close();
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), passage.port());
        sockets.add(socket);
        return socket;
    }

    private Socket other() throws InterruptedException {
        return arrived.poll(10, TimeUnit.SECONDS);
    }

    @Test
    void what_goes_in_comes_out_in_both_directions() throws Exception {
        byte[] much = new byte[1 << 20];
        new Random(7).nextBytes(much);
        Socket client = connect();
        Socket end = other();

        CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> write(client, much));
        assertThat(end.getInputStream().readNBytes(much.length)).isEqualTo(much);
        sent.join();
        end.getOutputStream().write(much, 0, 1000);
        assertThat(client.getInputStream().readNBytes(1000)).isEqualTo(java.util.Arrays.copyOf(much, 1000));
    }

    @Test
    void who_leaves_on_one_side_is_gone_on_the_other() throws Exception {
        Socket client = connect();
        Socket end = other();
        end.close();
        assertThat(client.getInputStream().read()).isEqualTo(-1);

        Socket second = connect();
        Socket secondEnd = other();
        second.close();
        assertThat(secondEnd.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void a_shut_passage_breaks_what_is_open() throws Exception {
        Socket client = connect();
        Socket end = other();
        passage.shut(refused::incrementAndGet);

        assertThatThrownBy(() -> readAll(client.getInputStream())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> readAll(end.getInputStream())).isInstanceOf(IOException.class);
        assertThat(refused).hasValue(0);
    }

    @Test
    void a_shut_passage_refuses_whoever_comes_and_says_so() throws Exception {
        passage.shut(refused::incrementAndGet);
        Socket client = connect();

        assertThatThrownBy(() -> readAll(client.getInputStream())).isInstanceOf(IOException.class);
        Awaitility.await().until(() -> refused.get() == 1);
        assertThat(arrived).isEmpty();
    }

    @Test
    void an_opened_passage_leads_through_again() throws Exception {
        passage.shut(refused::incrementAndGet);
        passage.open();
        Socket client = connect();
        Socket end = other();
        client.getOutputStream().write(7);

        assertThat(end.getInputStream().read()).isEqualTo(7);
        assertThat(refused).hasValue(0);
    }

    @Test
    void without_a_server_nobody_is_kept() throws Exception {
        server.close();
        Socket client = connect();

        assertThat(client.getInputStream().read()).isEqualTo(-1);
    }

    private static void write(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException lost) {
            throw new IllegalStateException(lost);
        }
    }

    private static void readAll(InputStream in) throws IOException {
        if (in.read() == -1) {
            throw new AssertionError("an orderly end");
        }
    }
}
