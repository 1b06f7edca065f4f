package dev.handoff.vocabulary;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads what orders effects: where it stands, or that and what it begins anew for. */
final class Sequences {

    private static final String HEADER = "header ";
    private static final String IN_MESSAGES = "a JSON path such as $.sequence or header <name>";
    private static final String OF_MESSAGES = "a JSON path such as $.tenant, header <name>";

    private Sequences() {}

    /** A sequence of rows, by the names of columns. */
    static Optional<SystemSpec.Sequence> ofColumns(Value value) {
        return read(value, Value::text, Value::text);
    }

    /**
     * A sequence of messages, by paths of their values or headers.
     *
     * @param beside what else of a message it may begin anew for
     */
    static Optional<SystemSpec.Sequence> ofMessages(Value value, List<String> beside) {
        return read(value, Sequences::inMessage, per -> ofMessage(per, beside));
    }

    /** A sequence of items, by paths within them. */
    static Optional<SystemSpec.Sequence> ofItems(Value value) {
        return read(value, JsonPaths::read, JsonPaths::read);
    }

    private static Optional<SystemSpec.Sequence> read(
            Value value, Function<Value, Optional<String>> by, Function<Value, Optional<String>> per) {
        if (!value.isMapping()) {
            return by.apply(value).map(where -> new SystemSpec.Sequence(where, Optional.empty()));
        }
        Section section = Section.of(value, List.of("by", "per"));
        Optional<String> within = section.value("per").flatMap(per);
        return section.required("by", "it is where the value is that grows")
                .flatMap(by)
                .map(where -> new SystemSpec.Sequence(where, within));
    }

    private static Optional<String> inMessage(Value value) {
        return value.text(IN_MESSAGES).flatMap(text -> inMessage(value, text, IN_MESSAGES));
    }

    private static Optional<String> ofMessage(Value value, List<String> beside) {
        String allowed =
                beside.size() == 1 ? OF_MESSAGES + " or " + beside.get(0) : OF_MESSAGES + ", " + Words.either(beside);
        return value.text(allowed)
                .flatMap(text -> beside.contains(text) ? Optional.of(text) : inMessage(value, text, allowed));
    }

    private static Optional<String> inMessage(Value value, String text, String allowed) {
        if (text.startsWith(HEADER)) {
            return Optional.of(text)
                    .filter(header -> Names.header(value.draft(), value.place(), header.substring(HEADER.length())));
        }
        return JsonPaths.isPath(text) ? Optional.of(text) : value.mustBe(allowed);
    }
}
