package dev.handoff.expectation;

/**
 * A field of a delivery beside what a table says of it.
 *
 * @param path as the table names it
 * @param observed with its type where that could be mistaken
 * @param expected what it must be; null when it is
 * @param remark a fact about the difference; null when there is none to tell
 */
public record Cell(String path, String observed, String expected, String remark) {

    public boolean differs() {
        return expected != null;
    }
}
