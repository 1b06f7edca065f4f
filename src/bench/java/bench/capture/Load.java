package bench.capture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Posts requests over kept connections. Bare sockets, and several requests under way on each: a client library would
 * cost more than the servers do.
 */
final class Load {

    private static final int CONNECTIONS = 8;
    private static final int UNDER_WAY = 16;

    private Load() {}

    /** Posts the requests with the numbers from {@code first} on, and gives the seconds until the last was answered. */
    static double post(int port, int first, int requests) throws Exception {
        AtomicInteger next = new AtomicInteger(first);
        ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                work.add(() -> {
                    keepPosting(port, next, first + requests);
                    return null;
                });
            }
            long began = System.nanoTime();
            for (Future<Void> connection : connections.invokeAll(work)) {
                connection.get();
            }
            return (System.nanoTime() - began) / 1e9;
        } finally {
            connections.shutdownNow();
        }
    }

    private static void keepPosting(int port, AtomicInteger next, int end) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
            while (true) {
                int from = next.getAndAdd(UNDER_WAY);
                int to = Math.min(from + UNDER_WAY, end);
                if (from >= to) {
                    return;
                }
                for (int number = from; number < to; number++) {
                    out.write(PostedOrder.bytes(number));
                }
                for (int number = from; number < to; number++) {
                    readAnswer(in);
                }
            }
        }
    }

    private static void readAnswer(InputStream in) throws IOException {
        String status = line(in);
        if (!status.startsWith("HTTP/1.1 201")) {
            throw new IOException("answered " + status);
        }
        int length = -1;
        boolean chunked = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).strip());
            }
            chunked |= lower.equals("transfer-encoding: chunked");
        }
        if (chunked) {
            for (int size = chunk(in); size > 0; size = chunk(in)) {
                in.skipNBytes(size + 2L);
            }
            line(in);
        } else {
            in.skipNBytes(length);
        }
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(32);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection was closed in the middle of an answer");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
