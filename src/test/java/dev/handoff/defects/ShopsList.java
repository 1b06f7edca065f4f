package dev.handoff.defects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Shop itself says of its defects: {@code shop.Shop --list-defects}. */
final class ShopsList {

    private static final Pattern LINE = Pattern.compile("(\\S+)\\s+(\\S+)\\s+(\\S.*)");

    private ShopsList() {}

    /** A defect as Shop names it, its workflow, and what it changes in one sentence. */
    record Listed(String name, String workflow, String change) {}

    static List<Listed> read() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder shop = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "shop.Shop",
                        "--list-defects")
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        try {
            Process process = shop.start();
            List<String> lines = process.inputReader().lines().toList();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join("\n", lines));
            }
            return lines.stream().map(ShopsList::listed).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Listed listed(String line) {
        Matcher listed = LINE.matcher(line);
        if (!listed.matches()) {
            throw new IllegalStateException("Shop lists a defect as \"" + line + "\": no name, workflow and change");
        }
        return new Listed(listed.group(1), listed.group(2), listed.group(3));
    }
}
