package dev.handoff.steps;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handoff.expectation.Field;
import dev.handoff.expectation.Matchers;
import dev.handoff.vocabulary.Template;
import io.cucumber.datatable.DataTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the tables of steps. */
final class Tables {

    private Tables() {}

    /** The rows of a table of names and values. */
    static Map<String, String> pairs(DataTable table) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (List<String> row : rows(table)) {
            if (row.get(0).isBlank()) {
                throw new Undecided("a row of the table has no name");
            }
            if (pairs.put(row.get(0).strip(), row.get(1)) != null) {
                throw new Undecided("the table names " + row.get(0) + " twice");
            }
        }
        return pairs;
    }

    private static List<List<String>> rows(DataTable table) {
        if (table.width() != 2) {
            throw new Undecided("the table has " + table.width() + " columns; it takes two, a name and a value");
        }
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : table.cells()) {
            List<String> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(cell == null ? "" : cell));
            rows.add(cells);
        }
        return rows;
    }

    /** The rows as conditions, placeholders replaced and each cell checked. */
    static List<Field> fields(DataTable table, Function<String, Optional<Object>> values) {
        List<Field> fields = new ArrayList<>();
        pairs(table).forEach((path, cell) -> {
            String condition = condition(cell, values);
            try {
                Matchers.check(condition);
            } catch (IllegalArgumentException unknown) {
                throw new Undecided("the row " + path + ": " + unknown.getMessage());
            }
            fields.add(new Field(path, condition));
        });
        return fields;
    }

    private static String condition(String cell, Function<String, Optional<Object>> values) {
        Object value = filled(cell, values);
        if (value instanceof JsonNode node && node.isContainerNode()) {
            throw new Undecided(
                    "the cell " + cell.strip() + " stands for an object or a list; compare its fields instead");
        }
        return cell.strip().matches("\\$\\{[^}]*}") ? Matchers.cellFor(value) : String.valueOf(value);
    }

    /** A cell with its placeholders replaced; the value itself when the cell is one placeholder. */
    static Object filled(String cell, Function<String, Optional<Object>> values) {
        try {
            return Template.of(cell.strip()).value(values);
        } catch (Template.UnknownValue unknown) {
            throw new Undecided("the table needs a value for ${" + unknown.name() + "}, and nothing before it in this"
                    + " scenario gave one");
        }
    }
}
