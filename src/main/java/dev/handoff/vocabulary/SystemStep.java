package dev.handoff.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an action does to a system itself, beside the application. */
public sealed interface SystemStep {

    /** The system's name. */
    String system();

    /**
     * Publishes a message to the topic of a broker.
     *
     * @param headers beside those of correlation
     * @param body sent as JSON: strings in it are templates; absent for an empty message
     */
    record Publish(String system, Optional<Template> key, Map<String, Template> headers, Optional<JsonNode> body)
            implements SystemStep {
        public Publish {
            headers = Ordered.copyOf(headers);
        }
    }

    /**
     * Runs one statement in a database, over a connection of its own.
     *
     * @param statement as JDBC wants it, a question mark for each parameter
     * @param names of the parameters, in the order of their marks
     * @param values what parameters stand for; one without a value here is known to the sentence or the scenario
     */
    record Run(String system, String statement, List<String> names, Map<String, Template> values)
            implements SystemStep {
        public Run {
            names = List.copyOf(names);
            values = Ordered.copyOf(values);
        }
    }
}
