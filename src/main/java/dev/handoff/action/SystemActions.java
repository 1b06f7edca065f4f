package dev.handoff.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handoff.journal.Journal;
import dev.handoff.journal.Message;
import dev.handoff.vocabulary.BodyTemplate;
import dev.handoff.vocabulary.SystemStep;
import dev.handoff.vocabulary.Template;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Publishes messages and runs statements for one scenario, and puts them on record as what an action did. */
final class SystemActions {

    private final String scenario;
    private final Journal journal;
    private final HttpSender marks;
    private final Systems systems;

    SystemActions(String scenario, Journal journal, HttpSender marks, Systems systems) {
        this.scenario = scenario;
        this.journal = journal;
        this.marks = marks;
        this.systems = systems;
    }

    /**
     * Does it.
     *
     * @throws Template.UnknownValue when a value is missing
     * @throws ActionFailed when the system does not take it
     */
    void perform(SystemStep step, long action, Values values) {
        if (step instanceof SystemStep.Publish publish) {
            publish(publish, action, values);
        } else if (step instanceof SystemStep.Run run) {
            run(run, action, values);
        }
    }

    private void publish(SystemStep.Publish step, long action, Values values) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        step.headers().forEach((name, template) -> headers.put(name, List.of(template.text(values))));
        Map<String, List<String>> marked = marks.marked(headers);
        String key = step.key().map(template -> template.text(values)).orElse(null);
        String body = step.body()
                .map(json -> BodyTemplate.fill(json, values).toString())
                .orElse("");
        Message message = Message.of(marked, "application/json", body);
        journal.requestLeaves(scenario, message);
        Instant sent = journal.now();
        Systems.Done done = systems.publish(step.system(), key, marked, body);
        journal.performed(scenario, action, sent, step.system(), done.summary(), message, 0);
    }

    private void run(SystemStep.Run step, long action, Values values) {
        List<Object> parameters = new ArrayList<>();
        ObjectNode bound = JsonNodeFactory.instance.objectNode();
        for (String name : step.names()) {
            Object value = step.values()
                    .getOrDefault(name, Template.of("${" + name + "}"))
                    .value(values);
            parameters.add(value);
            bound.put(name, value instanceof JsonNode node ? node.asText() : String.valueOf(value));
        }
        Message content = Message.of(Map.of(), "application/json", bound.toString());
        journal.requestLeaves(scenario, content);
        Instant sent = journal.now();
        Systems.Done done = systems.run(step.system(), step.statement(), parameters);
        journal.performed(scenario, action, sent, step.system(), done.summary(), content, 0);
    }
}
