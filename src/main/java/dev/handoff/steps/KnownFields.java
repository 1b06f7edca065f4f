package dev.handoff.steps;

import dev.handoff.expectation.Field;
import dev.handoff.vocabulary.Nearest;
import dev.handoff.vocabulary.SystemSpec;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which fields deliveries to a system have, as far as its type tells. A table with another one fits nothing, so that
 * "no" with it would always hold.
 */
final class KnownFields {

    private static final List<String> OF_A_MAIL =
            List.of("from", "to", "subject", "text", "html", "links", "attachments", "envelope from", "envelope to");
    private static final Pattern FIRST = Pattern.compile("(?:\\$\\.?)?(?:\\['([^']+)']|([^.\\[]+)).*");
    private static final String HEADER = "header ";

    private KnownFields() {}

    /** Why no delivery to a system can have a field, if that is known. */
    static Optional<String> complaint(SystemSpec system, Field field) {
        if (system instanceof SystemSpec.Sql && field.path().startsWith(HEADER)) {
            return Optional.of("a row of " + system.name() + " has no headers, and so no \"" + field.path()
                    + "\"; its fields are the columns of the query");
        }
        if (system instanceof SystemSpec.Poll && field.path().startsWith(HEADER)) {
            String text = "an item of " + system.name() + " has no headers, and so no \"" + field.path() + "\"";
            if (Impossible.isShared()) {
                throw new NotHere(text); // elsewhere the system may be one that is sent requests
            }
            return Optional.of(text);
        }
        if (system instanceof SystemSpec.Mail && !field.path().startsWith(HEADER)) {
            String name = first(field.path());
            return OF_A_MAIL.contains(name)
                    ? Optional.empty()
                    : Optional.of("a mail has no field \"" + name + "\"" + Nearest.hint(name, OF_A_MAIL)
                            + "\n  it has: " + String.join(", ", OF_A_MAIL) + ", header NAME");
        }
        return Optional.empty();
    }

    private static String first(String path) {
        Matcher first = FIRST.matcher(path);
        if (!first.matches()) {
            return path;
        }
        return first.group(1) == null ? first.group(2) : first.group(1);
    }
}
