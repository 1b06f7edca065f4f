package dev.handoff.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A way to a server that breaks when it is told so, or over which nothing comes any more though it stays open. */
public final class Passage implements AutoCloseable {

    private final ServerSocket entrance;
    private final URI server;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile boolean hanging;
    private volatile boolean broken;

    public Passage(URI server) throws IOException {
        this.server = server;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    public int port() {
        return entrance.getLocalPort();
    }

    /** What has come in stays, and goes nowhere. */
    public void hang() {
        hanging = true;
    }

    /** Every connection breaks, and so does each that is made. */
    public void cut() throws IOException {
        broken = true;
        for (Socket socket : open) {
            socket.close();
        }
    }

    /** Connections made from now on lead through again. */
    public void flow() {
        hanging = false;
        broken = false;
    }

    private void accept() {
        try {
            while (true) {
                Socket in = entrance.accept();
                open.add(in);
                if (broken) {
                    in.close();
                } else if (!hanging) {
                    Socket out = new Socket(server.getHost(), server.getPort());
                    open.add(out);
                    start(() -> carry(in, out));
                    start(() -> carry(out, in));
                }
            }
        } catch (IOException closed) {
            hanging = true;
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] some = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(some); length >= 0; length = in.read(some)) {
                if (hanging) {
                    in.readAllBytes();
                    return;
                }
                out.write(some, 0, length);
            }
        } catch (IOException closed) {
            open.remove(from);
        }
    }

    private static void start(Runnable carrying) {
        Thread thread = new Thread(carrying, "passage");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
