package dev.handoff.environment;

import java.util.regex.Pattern;

/** What a database can be called. */
final class DatabaseName {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,62}");

    private DatabaseName() {}

    /** @throws EnvironmentFailed if it is no such name */
    static void require(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new EnvironmentFailed(
                    "\"%s\" cannot be the name of a database: use letters, digits, _ and -, at most 63."
                            .formatted(name));
        }
    }
}
