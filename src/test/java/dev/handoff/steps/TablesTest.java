package dev.handoff.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.handoff.expectation.Field;
import io.cucumber.datatable.DataTable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A table of a step is two columns: a name, and a value or a condition with placeholders. */
class TablesTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Map<String, Object> KNOWN = Map.of(
            "order_id",
            "A-100",
            "amount",
            new BigDecimal("25.00"),
            "digits",
            "2500",
            "matcher",
            "<any>",
            "node",
            JSON.textNode("true"),
            "list",
            JSON.arrayNode().add(1));
    private static final Function<String, Optional<Object>> VALUES = name -> Optional.ofNullable(KNOWN.get(name));

    private static DataTable table(String... cells) {
        return DataTable.create(Arrays.stream(cells)
                .map(row -> Arrays.stream(row.split("\\|", -1))
                        .map(cell -> cell.isEmpty() ? null : cell)
                        .toList())
                .toList());
    }

    private static String cell(String written) {
        return Tables.fields(table("path|" + written), VALUES).get(0).cell();
    }

    @Test
    void pairs_keep_the_order_of_their_rows_and_an_empty_cell_is_an_empty_text() {
        assertThat(Tables.pairs(table("b|2", " a |1", "c|")))
                .containsExactly(Map.entry("b", "2"), Map.entry("a", "1"), Map.entry("c", ""));
    }

    @Test
    void a_name_may_come_once() {
        assertThatThrownBy(() -> Tables.pairs(table("a|1", "a|2")))
                .isInstanceOf(Undecided.class)
                .hasMessage("the table names a twice");
    }

    @Test
    void a_row_needs_a_name() {
        assertThatThrownBy(() -> Tables.pairs(table("|1"))).hasMessage("a row of the table has no name");
    }

    @Test
    void there_are_two_columns() {
        assertThatThrownBy(() -> Tables.pairs(table("a|1|2")))
                .hasMessage("the table has 3 columns; it takes two, a name and a value");
        assertThatThrownBy(() -> Tables.pairs(table("a"))).hasMessageContaining("has 1 columns");
    }

    @Test
    void fields_are_the_rows_with_their_placeholders_filled() {
        assertThat(Tables.fields(table("metadata.order_id|${order_id}", "note|order ${order_id}!", "x|> 10"), VALUES))
                .isEqualTo(List.of(
                        new Field("metadata.order_id", "A-100"),
                        new Field("note", "order A-100!"),
                        new Field("x", "> 10")));
    }

    @Test
    void a_cell_that_is_one_placeholder_stands_for_its_value_with_its_type() {
        assertThat(cell("${amount}")).isEqualTo("25.00");
        assertThat(cell("${digits}")).isEqualTo("\"2500\"");
        assertThat(cell(" ${digits} ")).isEqualTo("\"2500\"");
        assertThat(cell("${node}")).isEqualTo("\"true\"");
        assertThat(cell("${matcher}")).isEqualTo("\"<any>\"");
    }

    @Test
    void a_placeholder_without_a_value_is_named() {
        assertThatThrownBy(() -> cell("${price}"))
                .isInstanceOf(Undecided.class)
                .hasMessage("the table needs a value for ${price}, and nothing before it in this scenario gave one");
    }

    @Test
    void an_object_or_a_list_is_no_value_of_a_cell() {
        assertThatThrownBy(() -> cell("${list}"))
                .hasMessage("the cell ${list} stands for an object or a list; compare its fields instead");
    }

    @Test
    void an_unknown_matcher_is_named_with_its_row() {
        assertThatThrownBy(() -> cell("<anny>"))
                .isInstanceOf(Undecided.class)
                .hasMessageStartingWith("the row path: the cell <anny> is unknown; known are <any>");
    }
}
