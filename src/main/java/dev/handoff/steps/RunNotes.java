package dev.handoff.steps;

import dev.handoff.journal.Attributed;
import dev.handoff.journal.Captured;
import dev.handoff.run.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** What is to be said of a whole run: deliveries that nobody or too many could claim. */
final class RunNotes {

    private RunNotes() {}

    static String strays(List<Captured> strays) {
        return strays.isEmpty() ? "none" : strays.size() + ", listed in strays.txt of the run folder";
    }

    static String contested(List<Attributed> contested) {
        return contested.isEmpty() ? "none" : contested.size() + ", listed in strays.txt of the run folder";
    }

    static void write(Run run) throws IOException {
        List<String> lines = new ArrayList<>();
        run.strays()
                .forEach(stray -> lines.add(
                        "#" + stray.index() + " " + stray.label() + ", " + stray.summary() + ": fits no scenario"));
        run.contested()
                .forEach(contested -> lines.add("#" + contested.captured().index() + " "
                        + contested.captured().label() + ", "
                        + contested.captured().summary() + ": fits "
                        + contested.claims().size() + " scenarios, " + contested.proof()));
        if (!lines.isEmpty()) {
            Files.write(run.folder().resolve("strays.txt"), lines);
            lines.stream().limit(10).forEach(System.out::println);
        }
    }
}
