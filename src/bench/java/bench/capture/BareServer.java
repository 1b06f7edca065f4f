package bench.capture;

import java.io.InputStream;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty with as many threads as the stand-ins have, and a handler that keeps each body in a queue. */
final class BareServer extends Handler.Abstract implements Capturing {

    private final Queue<byte[]> bodies = new ConcurrentLinkedQueue<>();
    private final ServerConnector connector;

    BareServer() throws Exception {
        Server server = new Server(new QueuedThreadPool(64, 4));
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        connector = new ServerConnector(server, 0, 1, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(this);
        server.start();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        try (InputStream in = Content.Source.asInputStream(request)) {
            bodies.add(in.readAllBytes());
        }
        response.setStatus(201);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        Content.Sink.write(response, true, "{\"id\":\"1\"}", callback);
        return true;
    }

    @Override
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public long captured() {
        return bodies.size();
    }
}
