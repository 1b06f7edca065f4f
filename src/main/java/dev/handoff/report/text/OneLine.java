package dev.handoff.report.text;

/** Keeps a text on its line; what is cut is said. */
final class OneLine {

    private static final int LONGEST = 160;

    private OneLine() {}

    static String of(String text) {
        String line = text.replaceAll("\\s*\\R\\s*", " ⏎ ");
        return line.length() <= LONGEST
                ? line
                : line.substring(0, LONGEST) + "… (cut, " + line.length() + " characters)";
    }
}
