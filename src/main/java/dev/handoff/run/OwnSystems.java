package dev.handoff.run;

import dev.handoff.action.ActionFailed;
import dev.handoff.action.Systems;
import dev.handoff.journal.Message;
import dev.handoff.sandbox.Probe;
import dev.handoff.sandbox.ProbeFailed;
import dev.handoff.sandbox.Publisher;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The systems of a run, as actions do something to them. */
record OwnSystems(Map<String, Probe> probes) implements Systems {

    @Override
    public Done publish(String system, String key, Map<String, List<String>> headers, String body) {
        try {
            Publisher.Sent sent = probe(system)
                    .flatMap(Probe::publisher)
                    .orElseThrow(() -> new ActionFailed(system + " is no broker"))
                    .publish(key, headers, body);
            return new Done(sent.summary(), sent.content());
        } catch (ProbeFailed refused) {
            throw new ActionFailed(refused.getMessage());
        }
    }

    @Override
    public Done run(String system, String statement, List<Object> values) {
        try {
            String done = probe(system)
                    .flatMap(Probe::statements)
                    .orElseThrow(() -> new ActionFailed(system + " is no database"))
                    .run(statement, values);
            return new Done(done, Message.EMPTY);
        } catch (ProbeFailed refused) {
            throw new ActionFailed(refused.getMessage());
        }
    }

    private Optional<Probe> probe(String system) {
        return Optional.ofNullable(probes.get(system));
    }
}
