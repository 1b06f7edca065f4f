package dev.handoff.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** A failure that is a mistake of Handoff itself: told in a line, with its trace in a file. */
final class Unexpected {

    private Unexpected() {}

    static void report(Throwable failed, PrintWriter err) {
        String line = "unexpected: " + failed.toString().lines().findFirst().orElse("a failure") + "; ";
        try {
            Path file = Files.createTempFile("handoff-", "-trace.txt");
            try (PrintWriter trace = new PrintWriter(Files.newBufferedWriter(file))) {
                failed.printStackTrace(trace);
            }
            err.println(line + "please report it with " + file);
        } catch (IOException unwritable) {
            err.println(line + "please report it with what follows");
            failed.printStackTrace(err);
        }
    }
}
