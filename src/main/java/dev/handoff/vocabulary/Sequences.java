package dev.handoff.vocabulary;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads what orders effects: where it stands, or that and what it begins anew for. */
final class Sequences {

    private static final String HEADER = "header ";
    private static final String IN_MESSAGES = "a JSON path such as $.sequence or header <name>";
    private static final String OF_MESSAGES = "a JSON path such as $.tenant, header <name>, key or partition";
    private static final List<String> ABOUT_MESSAGES = List.of("key", "partition");

    private Sequences() {}

    /** A sequence of rows, by the names of columns. */
    static Optional<SystemSpec.Sequence> ofColumns(Value value) {
        return read(value, Value::text, Value::text);
    }

    /** A sequence of messages, by paths of their values or headers. */
    static Optional<SystemSpec.Sequence> ofMessages(Value value) {
        return read(value, Sequences::inMessage, Sequences::ofMessage);
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

    private static Optional<String> ofMessage(Value value) {
        return value.text(OF_MESSAGES)
                .flatMap(text ->
                        ABOUT_MESSAGES.contains(text) ? Optional.of(text) : inMessage(value, text, OF_MESSAGES));
    }

    private static Optional<String> inMessage(Value value, String text, String allowed) {
        if (text.startsWith(HEADER)) {
            return Optional.of(text)
                    .filter(header -> Names.header(value.draft(), value.place(), header.substring(HEADER.length())));
        }
        return JsonPaths.isPath(text) ? Optional.of(text) : value.mustBe(allowed);
    }
}
