package dev.handoff.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However the words of a name are joined, it is the same name. */
class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "orderId, order_id",
        "order-id, order_id",
        "ORDER_ID, order_id",
        "X-Order.Id, x_order_id",
        "_order__id_, order_id",
        "orderID, order_id",
        "line2Total, line2_total",
        "größe, gr_e",
        "'', ''",
        "---, ''"
    })
    void names_are_compared_by_their_words(String name, String normal) {
        assertThat(Names.joined(name)).isEqualTo(normal);
        assertThat(Names.normal(name)).isEqualTo(normal);
        assertThat(Names.normal(name)).as("once more").isEqualTo(normal);
    }

    @Test
    void it_is_what_these_replacements_say() {
        Random random = new Random(7);
        String alphabet = "azAZ09_-. éX/:@[`{";
        Stream.generate(() -> random.ints(random.nextInt(12), 0, alphabet.length())
                        .collect(
                                StringBuilder::new, (text, i) -> text.append(alphabet.charAt(i)), StringBuilder::append)
                        .toString())
                .limit(20_000)
                .forEach(name -> assertThat(Names.joined(name))
                        .as("\"%s\"", name)
                        .isEqualTo(name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                                .replaceAll("[^A-Za-z0-9]+", "_")
                                .replaceAll("^_|_$", "")
                                .toLowerCase(Locale.ROOT)));
    }
}
