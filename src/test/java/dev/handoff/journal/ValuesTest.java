package dev.handoff.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValuesTest {

    private final Values values =
            Values.in(Run.jsonOf("{\"order_id\":12,\"note\":\"about 250000 and A-100\"}"), Map.of("query.page", "7"));

    private boolean has(String key, String value) {
        return Values.keyTokens(List.of(key), value).stream().anyMatch(values::has);
    }

    @Test
    void a_value_is_there_where_it_stands_and_no_other_is() {
        assertThat(has("refund_id", "A-100")).isTrue();
        assertThat(has("refund_id", "A-101")).isFalse();
        assertThat(has("order_id", "12")).isTrue();
        assertThat(has("refund_id", "12")).isFalse();
        assertThat(has("refund_id", "250000")).isTrue();
        assertThat(has("refund_id", "250001")).isFalse();
    }

    @Test
    void a_parameter_of_an_address_is_named_as_such() {
        assertThat(values.where(Values.token("page", "7"))).isEqualTo("query parameter page");
    }
}
