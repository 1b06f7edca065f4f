package dev.handoff.sandbox;

import dev.handoff.journal.Captured;
import dev.handoff.journal.Message;
import java.util.List;
import java.util.Map;

/** Publishes to a broker what is Handoff's own: consumers get it like any other message, and no tap takes it for an effect. */
public interface Publisher {

    /**
     * Publishes a message, and returns when the broker has it.
     *
     * @param key null for none
     * @throws ProbeFailed when the broker does not take it
     */
    Sent publish(String key, Map<String, List<String>> headers, String body);

    /**
     * Publishes a captured message so many times more: the same bytes, key and headers to the same partition.
     *
     * @throws ProbeFailed when the broker no longer has the message, or does not take it
     */
    List<Sent> publishAgain(Captured captured, int times);

    /**
     * What the broker has taken.
     *
     * @param summary where it is, {@code message on shop.events at 1/4}
     */
    record Sent(String summary, Message content) {}
}
