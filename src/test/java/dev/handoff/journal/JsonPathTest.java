package dev.handoff.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPathTest {

    private static final JsonNode TREE = Run.jsonOf(
                    "{\"id\":1,\"customer\":{\"id\":2},\"items\":[{\"sku\":\"a\"},{\"sku\":\"b\"}],\"a b\":{\"c.d\":3},"
                            + "\"grid\":[[4,5]],\"dotted.name\":6,\"none\":null}")
            .tree();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            $.id            | 1
            id              | 1
            $.customer.id   | 2
            customer.id     | 2
            $.items[1].sku  | "b"
            items[0].sku    | "a"
            $['a b']['c.d'] | 3
            $.grid[0][1]    | 5
            dotted.name     | 6
            $.none          | null
            """)
    void a_path_names_one_value(String path, String value) {
        assertThat(JsonPath.find(TREE, path)).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"$.other", "$.customer.id.more", "$.items[2]", "$.items[0].other", "$.id[0]", "$.items[*].sku"})
    void a_path_to_nothing_is_missing(String path) {
        assertThat(JsonPath.find(TREE, path).isMissingNode()).isTrue();
    }

    @Test
    void the_root_is_the_tree() {
        assertThat(JsonPath.find(TREE, "$")).isSameAs(TREE);
    }
}
