package dev.handoff.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cucumber.cucumberexpressions.ExpressionFactory;
import io.cucumber.cucumberexpressions.ParameterType;
import io.cucumber.cucumberexpressions.ParameterTypeRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceTest {

    private static final Place PLACE = new Place("handoff.yaml", 1, 1);

    @Test
    void a_parameter_has_a_name_and_a_type_and_the_expression_the_type_only() {
        Sentence sentence =
                read("the customer requests {amount:money} for order {order}").orElseThrow();
        assertThat(sentence.expression()).isEqualTo("the customer requests {money} for order {string}");
        assertThat(sentence.names()).containsExactly("amount", "order");
        assertThat(sentence.takesTable()).isFalse();
    }

    @Test
    void a_sentence_that_ends_with_a_colon_takes_a_table() {
        assertThat(read("the customer orders for {name}:").orElseThrow().takesTable())
                .isTrue();
    }

    @Test
    void money_has_parts() {
        assertThat(new Sentence.Parameter("sum", "money").placeholders())
                .containsExactly("sum", "sum.minor", "sum.major", "sum.currency");
        assertThat(new Sentence.Parameter("plan", "string").placeholders()).containsExactly("plan");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it happens",
                "the customer waits/pauses {pause:duration}",
                "{count:int} order(s) are/is placed",
                "a price of {price:decimal} \\(net\\)",
                "a path like \\/x and a \\{brace\\} and a \\\\",
                "the {word_:word} is said to {name}:",
                "a (very )long text",
                "it's 100% sure, isn't it? [yes] a.b*c^$|+"
            })
    void what_is_taken_is_taken_by_cucumber_too(String text) {
        String expression = read(text).orElseThrow().expression();
        assertThatCode(() -> cucumber(expression)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a {brace:money",
                "a (parenthesis",
                "a () b",
                "a ({x:money}) b",
                "a / b",
                "a /b",
                "a\\b",
                "ends with \\",
                "a//b c",
                "a (b/c) d",
                "a (b)/c d",
                "a b/{x:int} d",
                "^a [b",
                "[a$"
            })
    void what_cucumber_refuses_is_refused_before(String text) {
        assertThat(read(text)).isEmpty();
        assertThatThrownBy(() -> cucumber(text.replaceAll("\\{\\w+:", "{"))).isNotNull();
    }

    private static Optional<Sentence> read(String text) {
        return Sentence.read(new Draft(new Problems()), PLACE, text);
    }

    private static void cucumber(String expression) {
        ParameterTypeRegistry types = new ParameterTypeRegistry(Locale.ENGLISH);
        for (String type : List.of("money", "decimal", "duration")) {
            types.defineParameterType(
                    new ParameterType<>(type, "x" + type, String.class, (String text) -> text, false, false));
        }
        new ExpressionFactory(types).createExpression(expression);
    }
}
