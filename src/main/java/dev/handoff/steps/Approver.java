package dev.handoff.steps;

import dev.handoff.journal.Attributed;
import dev.handoff.journal.Captured;
import dev.handoff.run.Judgement;
import dev.handoff.vocabulary.ApprovalSpec;
import dev.handoff.vocabulary.Nearest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the requests of people who decide are made of. */
final class Approver {

    private Approver() {}

    /**
     * Who decides, and the values that the vocabulary gives them.
     *
     * @throws Undecided when the vocabulary knows approvers, and not this one
     */
    static Map<String, Object> values(ApprovalSpec approval, String who) {
        Map<String, Object> values = new HashMap<>(Map.of("approver", who));
        if (approval.approvers().isEmpty()) {
            return values;
        }
        Map<String, String> own = approval.approvers().get(who);
        if (own == null) {
            throw new Undecided("\"" + who + "\" is none of the approvers of the " + approval.name()
                    + Nearest.hint(who, approval.approvers().keySet()) + " Known: "
                    + String.join(", ", approval.approvers().keySet()));
        }
        own.forEach((name, value) -> values.put("approver." + name, value));
        return values;
    }

    /** The fields of what was recorded last of an open approval; none in a rehearsal. */
    static Map<String, Object> recorded(Judgement open) {
        Map<String, Object> fields = new HashMap<>();
        record(open).ifPresent(record -> record.content().tree().properties().stream()
                .filter(field ->
                        field.getValue().isValueNode() && !field.getValue().isNull())
                .forEach(field -> fields.put(
                        "approval." + field.getKey(),
                        field.getValue().isTextual() ? field.getValue().asText() : field.getValue())));
        return fields;
    }

    private static Optional<Captured> record(Judgement open) {
        List<Long> deciding = open.judged().verdict().decidedBy();
        return deciding.isEmpty()
                ? Optional.empty()
                : open.snapshot().effects().stream()
                        .map(Attributed::captured)
                        .flatMap(effect -> open.snapshot().states(effect).stream())
                        .filter(state -> state.index() == deciding.get(deciding.size() - 1))
                        .findFirst();
    }
}
