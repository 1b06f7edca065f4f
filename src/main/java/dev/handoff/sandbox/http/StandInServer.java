package dev.handoff.sandbox.http;

import dev.handoff.fault.FaultPlan;
import dev.handoff.journal.Journal;
import dev.handoff.journal.Message;
import dev.handoff.sandbox.BodyText;
import dev.handoff.sandbox.Probe;
import dev.handoff.sandbox.ProbeFailed;
import dev.handoff.vocabulary.SystemSpec;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Serves all HTTP stand-ins of a run, each on a port of its own, with one pool of threads. */
public final class StandInServer implements AutoCloseable {

    static final String CANARY = "/.handoff/canary";
    private static final int LARGEST_BODY = 1 << 20;

    private final Journal journal;
    private final InetAddress listen;
    private final Server server;
    private final Map<String, StandIn> byConnector = new ConcurrentHashMap<>();

    /** Serves them to this machine only. */
    public StandInServer(Journal journal) {
        this(journal, InetAddress.getLoopbackAddress());
    }

    /** Serves them at an address of this machine. */
    public StandInServer(Journal journal, InetAddress listen) {
        this.journal = journal;
        this.listen = listen;
        QueuedThreadPool threads = new QueuedThreadPool(64, 4);
        threads.setName("stand-in");
        threads.setDaemon(true);
        this.server = new Server(threads);
        server.setHandler(new Answering());
        try {
            server.start();
        } catch (Exception failed) {
            throw new ProbeFailed("the stand-ins cannot be served: " + failed.getMessage());
        }
    }

    /**
     * Serves one more system.
     *
     * @param port 0 for one that is free
     * @throws ProbeFailed when the port cannot be bound
     */
    public Probe serve(SystemSpec.Http spec, int port, FaultPlan faults) {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        // What Jetty refused would never be in the journal.
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        ServerConnector connector = new ServerConnector(server, 0, 1, new HttpConnectionFactory(configuration));
        connector.setName(spec.name());
        connector.setHost(listen.getHostAddress());
        connector.setPort(port);
        byConnector.put(spec.name(), new StandIn(spec, journal, faults));
        server.addConnector(connector);
        try {
            connector.start();
        } catch (Exception failed) {
            throw new ProbeFailed("port " + port + " for the stand-in " + spec.name() + " is in use; stop the program"
                    + " that uses it, or leave out \"port\" to have a free one chosen");
        }
        return new StandInProbe(spec.name(), connector, listen, journal);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failed) {
            throw new ProbeFailed("the stand-ins cannot be stopped: " + failed.getMessage());
        }
    }

    /** Reads a request, has it answered, and writes the answer. */
    private final class Answering extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws IOException {
            String path = Request.getPathInContext(request);
            if (path.equals(CANARY)) {
                response.setStatus(204);
                // The next canary comes on a new connection: one that is open says nothing about those to be opened.
                response.getHeaders().put(HttpHeader.CONNECTION, "close");
                callback.succeeded();
                return true;
            }
            String connector = request.getConnectionMetaData().getConnector().getName();
            Served served = byConnector.get(connector).answer(read(request, path));
            new OpenExchange(connector, served, request, response, callback, journal).carryOn();
            return true;
        }

        private HttpRequest read(Request request, String path) throws IOException {
            Map<String, List<String>> headers = new LinkedHashMap<>();
            for (HttpField field : request.getHeaders()) {
                headers.computeIfAbsent(field.getName(), none -> new ArrayList<>(1))
                        .add(field.getValue());
            }
            Map<String, String> query = new LinkedHashMap<>();
            for (Fields.Field field : Request.extractQueryParameters(request)) {
                query.put(field.getName(), field.getValue());
            }
            String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
            byte[] body;
            boolean cut;
            try (InputStream in = Content.Source.asInputStream(request)) {
                body = in.readNBytes(LARGEST_BODY);
                cut = in.skip(Long.MAX_VALUE) > 0;
            }
            Message content = new Message(headers, type, BodyText.of(body, cut), cut ? LARGEST_BODY : 0);
            return new HttpRequest(request.getMethod().toUpperCase(Locale.ROOT), path, query, content, body);
        }
    }
}
