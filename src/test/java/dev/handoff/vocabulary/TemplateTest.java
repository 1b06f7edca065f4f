package dev.handoff.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static final Function<String, Optional<Object>> VALUES = name -> Optional.ofNullable(
            Map.<String, Object>of("order", "A-1$", "amount.minor", 2500).get(name));

    @Test
    void placeholders_are_replaced_within_a_text() {
        assertThat(Template.of("order ${order}: ${ amount.minor }").text(VALUES))
                .isEqualTo("order A-1$: 2500");
    }

    @Test
    void a_text_that_is_one_placeholder_keeps_the_type_of_its_value() {
        assertThat(Template.of("${amount.minor}").value(VALUES)).isEqualTo(2500);
        assertThat(Template.of("${amount.minor} ").value(VALUES)).isEqualTo("2500 ");
        assertThat(Template.of("${amount.minor}${order}").value(VALUES)).isEqualTo("2500A-1$");
    }

    @Test
    void a_default_stands_for_a_missing_value_only() {
        assertThat(Template.of("${plan:-basic} ${order:-none} ${plan:-}").text(VALUES))
                .isEqualTo("basic A-1$ ");
    }

    @Test
    void a_doubled_dollar_is_the_text_itself() {
        assertThat(Template.of("$${order} ${order}").text(VALUES)).isEqualTo("${order} A-1$");
        assertThat(Template.of("$${order}").references()).isEmpty();
    }

    @Test
    void a_missing_value_is_named() {
        assertThatExceptionOfType(Template.UnknownValue.class)
                .isThrownBy(() -> Template.of("a ${plan}").text(VALUES))
                .withMessage("${plan} has no value here")
                .satisfies(unknown -> assertThat(unknown.name()).isEqualTo("plan"));
    }

    @Test
    void its_names_are_known_in_order_and_those_without_default_apart() {
        Template template = Template.of("${b}/${a:-x}?${c.d}");
        assertThat(template.references())
                .containsExactly(
                        new Template.Reference("b", Optional.empty()),
                        new Template.Reference("a", Optional.of("x")),
                        new Template.Reference("c.d", Optional.empty()));
        assertThat(template.required()).containsExactlyInAnyOrder("b", "c.d");
    }
}
