package dev.handoff.action;

import dev.handoff.journal.Message;
import java.util.List;
import java.util.Map;

/** What actions can do to systems themselves. */
public interface Systems {

    /** None that anything could be done to. */
    Systems NONE = new Systems() {
        @Override
        public Done publish(String system, String key, Map<String, List<String>> headers, String body) {
            throw new ActionFailed(system + " is no broker");
        }

        @Override
        public Done run(String system, String statement, List<Object> values) {
            throw new ActionFailed(system + " is no database");
        }
    };

    /**
     * Publishes a message that no probe takes for an effect.
     *
     * @param key null for none
     * @throws ActionFailed when the broker does not take it
     */
    Done publish(String system, String key, Map<String, List<String>> headers, String body);

    /**
     * Runs a statement.
     *
     * @throws ActionFailed when the database refuses it
     */
    Done run(String system, String statement, List<Object> values);

    /**
     * What was done.
     *
     * @param summary one line for people
     */
    record Done(String summary, Message content) {}
}
