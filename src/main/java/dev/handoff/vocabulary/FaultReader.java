package dev.handoff.vocabulary;

import java.util.List;
import java.util.Optional;

/** Reads one entry of {@code faults}. */
final class FaultReader {

    private static final String ALLOWED = "a sentence that makes a system misbehave, or a list of such sentences";

    private FaultReader() {}

    static Optional<FaultSpec> read(Value.Named entry) {
        Draft draft = entry.value().draft();
        String written = entry.name();
        Optional<Sentence> sentence = Sentence.read(draft, entry.place(), written)
                .filter(read -> isPlain(draft, entry.place(), written, read));
        sentence.ifPresent(read -> Sentence.requireNew(draft, entry.place(), written, read));
        List<FaultSpec.Step> does =
                does(new Value(entry.value().node(), entry.value().place(), "fault " + Words.quoted(written), draft));
        does.forEach(step -> draft.afterwards(
                () -> draft.lost().mentioned(step.text(), "fault " + Words.quoted(written), step.place())));
        return sentence.map(read -> new FaultSpec(written, read.expression(), does, entry.place()));
    }

    private static boolean isPlain(Draft draft, Place place, String written, Sentence sentence) {
        boolean plain = sentence.parameters().isEmpty() && !sentence.takesTable();
        if (!plain) {
            draft.problem(
                    place,
                    "the fault " + Words.quoted(written)
                            + " takes a parameter or a table, and none of its sentences could use it; name each case");
        }
        return plain;
    }

    private static List<FaultSpec.Step> does(Value value) {
        if (!(value.node() instanceof Node.Sequence list)) {
            return value.text(ALLOWED).map(text -> new FaultSpec.Step(text.strip(), value.place())).stream()
                    .toList();
        }
        if (list.items().isEmpty()) {
            value.mustBe("a list of at least one sentence");
        }
        return value.list(
                ALLOWED, item -> item.text(ALLOWED).map(text -> new FaultSpec.Step(text.strip(), item.place())));
    }
}
