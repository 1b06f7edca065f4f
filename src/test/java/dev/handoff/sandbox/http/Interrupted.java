package dev.handoff.sandbox.http;

import dev.handoff.sandbox.Probe;
import java.io.Closeable;
import java.io.IOException;
import org.eclipse.jetty.server.ServerConnector;

/** A stand-in whose listener is closed, while connections that are open go on, and opened again on the same port. */
public final class Interrupted {

    private final ServerConnector connector;

    private Interrupted(ServerConnector connector) {
        this.connector = connector;
    }

    public static Interrupted close(Probe standIn) throws IOException {
        ServerConnector connector = ((StandInProbe) standIn).connector();
        connector.setPort(connector.getLocalPort());
        ((Closeable) connector.getTransport()).close();
        return new Interrupted(connector);
    }

    public void open() throws Exception {
        connector.stop();
        connector.start();
    }
}
