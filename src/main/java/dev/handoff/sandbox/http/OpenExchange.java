package dev.handoff.sandbox.http;

import dev.handoff.fault.Answer;
import dev.handoff.fault.FaultPlan;
import dev.handoff.fault.Treatment;
import dev.handoff.journal.Journal;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** A request that is on record and not answered yet: ends as it is to end, and puts on record when that was late. */
final class OpenExchange {

    private final String system;
    private final Served served;
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Journal journal;

    OpenExchange(String system, Served served, Request request, Response response, Callback callback, Journal journal) {
        this.system = system;
        this.served = served;
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.journal = journal;
    }

    void carryOn() {
        Treatment treatment = served.treatment();
        if (treatment.end() == Treatment.End.NEVER) {
            endPoint().setIdleTimeout(0);
            awaitTheCallersEnd();
        } else if (treatment.after().isZero()) {
            end();
        } else {
            endPoint().setIdleTimeout(0);
            request.getComponents()
                    .getScheduler()
                    .schedule(this::endLate, treatment.after().toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void end() {
        if (served.treatment().end() == Treatment.End.RESET) {
            reset();
        } else {
            write(callback);
        }
    }

    private void endLate() {
        if (callerHungUp()) {
            callback.failed(new EofException("the caller hung up"));
            ended(false, "the caller had hung up");
        } else if (served.treatment().end() == Treatment.End.RESET) {
            reset();
            ended(false, "the connection was dropped");
        } else {
            write(Callback.from(
                    callback, () -> ended(true, "answered " + served.answer().status())));
        }
    }

    private void write(Callback written) {
        Answer answer = served.answer();
        response.setStatus(answer.status());
        answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        if (answer.contentType() != null) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
        }
        Content.Sink.write(response, true, answer.body(), written);
    }

    /** Without lingering, a closed connection is reset: whoever waits is told at once. */
    private void reset() {
        try {
            if (endPoint().getTransport() instanceof SocketChannel channel) {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            }
        } catch (IOException closedAlready) {
            // then there is nobody left to be told
        }
        endPoint().close();
        callback.failed(new EofException("the connection is dropped on purpose"));
    }

    /** Nothing of this request is left to be read, and no other may follow before its answer. */
    private void awaitTheCallersEnd() {
        boolean waits = endPoint()
                .tryFillInterested(Callback.from(
                        () -> {
                            if (callerHungUp()) {
                                hungUp();
                            } else {
                                awaitTheCallersEnd();
                            }
                        },
                        closed -> hungUp()));
        if (!waits) {
            throw new IllegalStateException("somebody else reads the connection of a request that is held");
        }
    }

    private void hungUp() {
        endPoint().close();
        callback.failed(new EofException("the caller hung up"));
        ended(false, "the caller hung up");
    }

    private boolean callerHungUp() {
        try {
            return endPoint().fill(BufferUtil.allocate(1)) < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    private void ended(boolean answered, String how) {
        String scenario = served.met().map(FaultPlan.Met::scenario).orElseThrow();
        journal.exchangeEnded(scenario, system, served.captured(), answered, how);
    }

    private EndPoint endPoint() {
        return request.getConnectionMetaData().getConnection().getEndPoint();
    }
}
