package dev.handoff.environment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;

/**
 * The application's way to a server of Handoff's. It can be closed and opened again, while probes, which go to the server
 * directly, keep seeing.
 */
final class Passage implements AutoCloseable {

    private static final int BUFFER = 16 * 1024;
    private static final int SMALL_STACK = 128 * 1024;

    private final InetSocketAddress server;
    private final ServerSocket entrance;
    private final Set<Socket> open = new HashSet<>();
    private Runnable refusing = () -> {};
    private boolean closed;

    /**
     * Leads to a server.
     *
     * @param port where it is entered; 0 for one that is free
     * @param serverPort of the server, on loopback; it may listen later
     */
    Passage(int port, int serverPort) {
        this(InetAddress.getLoopbackAddress(), port, serverPort);
    }

    /** One that is entered at another address than loopback. */
    Passage(InetAddress listen, int port, int serverPort) {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort);
        try {
            this.entrance = new ServerSocket(port, 0, listen);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        start("passage to " + serverPort, this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /**
     * Every connection breaks, and so does each that is made from now on.
     *
     * @param whenRefused told of each connection that is refused
     */
    void shut(Runnable whenRefused) {
        synchronized (open) {
            closed = true;
            refusing = whenRefused;
            open.forEach(Passage::reset);
            open.clear();
        }
    }

    /** Connections made from now on lead through again. */
    void open() {
        synchronized (open) {
            closed = false;
        }
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                enter(entrance.accept());
            } catch (IOException lost) {
                // the entrance was closed, or whoever came has gone again
            }
        }
    }

    private void enter(Socket in) throws IOException {
        Runnable refused;
        synchronized (open) {
            refused = closed ? refusing : null;
            if (refused == null) {
                open.add(in);
            }
        }
        if (refused != null) {
            reset(in);
            refused.run();
            return;
        }
        Socket out = new Socket();
        try {
            in.setTcpNoDelay(true);
            out.setTcpNoDelay(true);
            out.connect(server);
        } catch (IOException noServer) {
            leave(in, out);
            return;
        }
        synchronized (open) {
            if (closed) {
                reset(in);
                reset(out);
                return;
            }
            open.add(out);
        }
        start("passage in", () -> carry(in, out));
        start("passage out", () -> carry(out, in));
    }

    private void carry(Socket from, Socket to) {
        byte[] some = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(some); length >= 0; length = in.read(some)) {
                out.write(some, 0, length);
            }
        } catch (IOException gone) {
            // one of the two has closed it: so does the other
        } finally {
            leave(from, to);
        }
    }

    private void leave(Socket one, Socket other) {
        synchronized (open) {
            open.remove(one);
            open.remove(other);
        }
        quietly(one);
        quietly(other);
    }

    /** Whoever uses it learns at once that it is gone, with no farewell that looks like an orderly end. */
    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException gone) {
            // then it needs no reset
        }
        quietly(socket);
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // closed is what it is to be
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(null, work, name, SMALL_STACK);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException gone) {
            // closed is what it is to be
        }
        shut(() -> {});
    }
}
