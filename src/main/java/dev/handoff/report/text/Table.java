package dev.handoff.report.text;

import dev.handoff.expectation.Cell;
import java.util.List;

/** The fields of a delivery in aligned lines, of which only those that differ are marked. */
final class Table {

    private static final String MARK = "   <<< ";
    private static final int WIDEST = 60;

    private Table() {}

    static List<String> lines(List<Cell> cells) {
        int paths = width(cells.stream().map(Cell::path).toList());
        int values =
                width(cells.stream().filter(Cell::differs).map(Cell::observed).toList());
        return cells.stream().map(cell -> line(cell, paths, values)).toList();
    }

    private static String line(Cell cell, int paths, int values) {
        String line = padded(cell.path(), paths) + "  ";
        return cell.differs()
                ? line + padded(cell.observed(), values) + MARK + "expected " + cell.expected()
                        + (cell.remark() == null ? "" : ": " + cell.remark())
                : line + cell.observed();
    }

    private static int width(List<String> texts) {
        return texts.stream()
                .mapToInt(String::length)
                .filter(length -> length <= WIDEST)
                .max()
                .orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
