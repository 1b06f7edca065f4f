package dev.handoff.vocabulary;

/**
 * Where something stands in a file.
 *
 * @param file as the user would name it, relative to the working folder where possible
 * @param line from 1
 * @param column from 1
 */
public record Place(String file, int line, int column) {

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }

    /** File and line only, as Cucumber shows the location of a step definition. */
    public String fileAndLine() {
        return file + ":" + line;
    }
}
