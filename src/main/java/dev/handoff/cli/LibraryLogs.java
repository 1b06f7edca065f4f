package dev.handoff.cli;

/**
 * Keeps what libraries log out of a command's output, which may be Markdown for a pull request. Without a configuration of
 * its own Logback writes every line of every library there, and without any logging SLF4J says so.
 */
final class LibraryLogs {

    private LibraryLogs() {}

    /** To be called before anything logs; what the user has set stays. */
    static void hush() {
        setUnlessSet("logback.configurationFile", "dev/handoff/cli/logback.xml");
        setUnlessSet("slf4j.internal.verbosity", "ERROR");
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
