package shop.messaging.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.ChannelContinuationTimeoutException;
import com.rabbitmq.client.ShutdownSignalException;
import java.util.concurrent.TimeoutException;

/** What a failure of the client says, in its own words rather than in those of the frame that brought it. */
final class Reason {

    private Reason() {}

    static String of(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof ShutdownSignalException signal) {
                return of(signal);
            }
            if (e instanceof TimeoutException || e instanceof ChannelContinuationTimeoutException) {
                return "no answer";
            }
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private static String of(ShutdownSignalException signal) {
        if (signal.getReason() instanceof AMQP.Channel.Close close) {
            return close.getReplyText();
        }
        if (signal.getReason() instanceof AMQP.Connection.Close close) {
            return close.getReplyText();
        }
        return signal.getCause() == null
                ? "the connection was closed"
                : "the connection broke: " + of(signal.getCause());
    }
}
