package dev.handoff.fault;

import dev.handoff.journal.JsonPath;
import java.util.Optional;

/** {@code drops the field "campaign" silently}: a request takes effect without it, and nobody is told. */
public record DropsField(String field) implements HttpFault {

    @Override
    public String describe() {
        return "drops the field \"" + field + "\" silently";
    }

    @Override
    public Optional<Treatment> meet(Arrival request) {
        return request.effect() == null
                        || JsonPath.find(request.content().tree(), field).isMissingNode()
                ? Optional.empty()
                : Optional.of(Treatment.without(field));
    }

    @Override
    public boolean isDecisive() {
        return false;
    }
}
