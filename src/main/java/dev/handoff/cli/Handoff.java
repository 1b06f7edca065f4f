package dev.handoff.cli;

import dev.handoff.vocabulary.VocabularyInvalid;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code handoff}. Exit codes: 0 nothing to say, 1 something was found, 2 it could not be done as asked. */
@Command(
        name = "handoff",
        description = "Works on what runs of the specs have recorded.",
        subcommands = {ContractsCommand.class},
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing to say",
            "1:something was found, for instance drift",
            "2:it could not be done as asked"
        })
public final class Handoff {

    /** Nothing to say. */
    public static final int NOTHING = 0;

    /** Something was found. */
    public static final int FOUND = 1;

    /** It could not be done as asked. */
    public static final int CANNOT = 2;

    private Handoff() {}

    public static void main(String[] arguments) {
        LibraryLogs.hush();
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
    }

    /** Carries out a command; answers the exit code. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new Handoff());
        line.setOut(out);
        line.setErr(err);
        line.setExecutionExceptionHandler((failed, command, parsed) -> {
            if (failed instanceof CannotDo || failed instanceof VocabularyInvalid) {
                err.println(failed.getMessage());
            } else {
                Unexpected.report(failed, err);
            }
            return CANNOT;
        });
        try {
            return arguments.length == 0 ? line.execute("--help") : line.execute(arguments);
        } catch (StackOverflowError | OutOfMemoryError exhausted) {
            Unexpected.report(exhausted, err);
            return CANNOT;
        }
    }
}
