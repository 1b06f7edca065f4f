package dev.handoff.vocabulary;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Headers of requests and answers. */
final class Headers {

    private static final Pattern LINE_BREAK = Pattern.compile("[\\r\\n\\x00]");

    private Headers() {}

    /** Names and values; a value of more than one line is refused, since it could smuggle in a header. */
    static Map<String, Template> read(Section section, Scope scope) {
        return section.templates("headers", scope, entry -> {
            boolean oneLine = !(entry.value().node() instanceof Node.Scalar scalar)
                    || !LINE_BREAK.matcher(scalar.text()).find();
            if (!oneLine) {
                entry.value().problem(entry.value().what() + " must be on one line");
            }
            return Names.header(entry.value().draft(), entry.place(), entry.name()) && oneLine;
        });
    }

    static Optional<String> name(Value value) {
        return value.text().filter(name -> Names.header(value.draft(), value.place(), name));
    }
}
