package dev.handoff.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.handoff.expectation.Count;
import dev.handoff.vocabulary.ActionSpec;
import dev.handoff.vocabulary.Vocabulary;
import dev.handoff.vocabulary.VocabularyReader;
import io.cucumber.cucumberexpressions.Expression;
import io.cucumber.cucumberexpressions.ExpressionFactory;
import io.cucumber.cucumberexpressions.ParameterTypeRegistry;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each sentence of the step library is understood, and by one step only. */
class StepLibraryTest {

    private static final Vocabulary SHOP =
            VocabularyReader.read(Path.of("src/test/resources/dev/handoff/vocabulary/one-file.yaml"), Map.of());
    private static final Words WORDS = new Words(SHOP);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exactly one provider refund is created",
                "exactly 3 provider refunds are created",
                "at least one CRM contact exists",
                "at most 2 support notifications are sent",
                "no ledger entry is posted",
                "no ledger entries are made",
                "exactly one provider refund and exactly one support notification are created",
                "exactly one provider refund, exactly one ledger entry, and no refund failed event are recorded",
                "exactly one refund receipt is sent within 10 seconds",
                "exactly one refund receipt is delivered within 500 ms",
                "exactly one welcome email is received within 1.5 min",
                "exactly one entitlement happens within 1 hour",
                "exactly one provider refund is issued with:",
                "exactly one provider refund is opened within 2 s with:",
                "no welcome email is sent before the signup",
                "no welcome email and no CRM contact are created before the signup",
                "the provider refund is created before the ledger entry",
                "the welcome email is sent after the signup",
                "these happen in order:",
                "nothing else happens",
                "the provider refund takes 1 attempt",
                "the provider refund takes 3 attempts",
                "the provider refund takes 1 attempt with the status 201",
                "the provider refund takes 3 attempts with the statuses 503, 503 and 201",
                "every attempt of the provider refund carries the same \"Idempotency-Key\"",
                "the response status is 202",
                "the response has:",
                "the workflow reaches \"completed\"",
                "the workflow reaches \"completed\" within 30 seconds",
                "the trial signup workflow completes",
                "the same request is sent again",
                "5 identical requests are sent at the same time",
                "the customer follows the link in the welcome email",
                "somebody follows the link in the welcome email",
                "the customer follows the link in the second welcome email",
                "the customer follows the link in the welcome email with a changed token",
                "mail refuses recipients at \"example.test\"",
                "mail answers 451 to the next 2 requests",
                "mail bounces the next mail",
                "mail bounces the next 2 mails",
                "mail bounces the next welcome email",
                "mail bounces the next 2 welcome emails",
                "the application restarts",
                "the application is killed and restarted",
                "the application is killed as soon as the provider refund is created",
                "the refund completed event is delivered again",
                "the refund completed event is delivered again 3 times",
                "the refund completed event is delivered again after 2 seconds",
                "the first refund completed event is delivered again",
                "every refund completed event is delivered twice",
                "no attempt of the provider refund comes within 100 ms of the one before",
                "the provider refund is given up after 4 attempts",
                "payments answers 503 to the next request",
                "payments answers 503 to the next 2 requests",
                "payments answers 503 to the next provider refund",
                "payments answers 503 to the next 2 provider refunds",
                "payments answers 200 with an error to the next request",
                "payments takes 3 seconds to answer",
                "payments takes 500 ms to answer the next 2 requests",
                "crm drops the connection once",
                "crm drops the connection 3 times",
                "payments hangs on the next request",
                "payments accepts the next request but never answers",
                "payments accepts the next 2 provider refunds but answers 500",
                "payments accepts the next request but drops the connection",
                "crm allows 2 requests per second",
                "crm allows 1 request per minute",
                "crm rejects the credentials until they are renewed",
                "crm misses the scope \"contacts:write\" in the credentials",
                "crm has become stricter: it rejects a request without \"postcode\"",
                "crm has become stricter: it rejects a request whose \"postcode\" does not match \"\\\\d{5}\"",
                "crm drops the field \"campaign\" silently",
                "the provider refund takes 2 attempts with the statuses none and 201",
                "payments is down",
                "payments is back"
            })
    void each_sentence_is_understood_by_exactly_one_step(String sentence) {
        assertThat(understoodBy(sentence)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exactly one provider refnd is created",
                "exactly one provider refund is creatd",
                "exactly one provider refund is created within soon",
                "the refnd workflow completes",
                "paymnts answers 503 to the next request"
            })
    void a_misspelt_sentence_is_understood_by_none(String sentence) {
        assertThat(understoodBy(sentence)).isEmpty();
    }

    @Test
    void no_sentence_of_the_vocabulary_is_one_of_the_library() {
        for (ActionSpec action : SHOP.actions()) {
            String typed =
                    action.sentence().replace("{amount:money}", "25.00 USD").replaceAll("\\{\\w+:string}", "\"team\"");
            assertThat(understoodBy(typed)).as(typed).hasSize(1);
        }
    }

    @Test
    void every_class_of_steps_belongs_to_the_library() throws IOException {
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/dev/handoff/steps"))) {
            List<String> classes = sources.map(source -> source.getFileName().toString())
                    .filter(name -> name.endsWith("Steps.java"))
                    .map(name -> name.replace(".java", ""))
                    .toList();

            assertThat(StepLibrary.CLASSES)
                    .extracting(Class::getSimpleName)
                    .containsExactlyInAnyOrderElementsOf(classes);
        }
    }

    @Test
    void counts_are_read_as_they_are_said() {
        List<Count> counts = WORDS.counts(
                "exactly 2 provider refunds, at least one ledger entry, at most 3 refund receipts and no CRM contacts");

        assertThat(counts)
                .extracting(count -> count.effect().name(), Count::min, Count::max)
                .containsExactly(
                        tuple("provider refund", 2, 2),
                        tuple("ledger entry", 1, null),
                        tuple("refund receipt", 0, 3),
                        tuple("CRM contact", 0, 0));
    }

    @Test
    void what_could_not_fail_is_refused() {
        assertThatThrownBy(() -> WORDS.counts("at least 0 provider refunds"))
                .isInstanceOf(Undecided.class)
                .hasMessage("\"at least 0\" says nothing that could fail; say \"no provider refund\"");
    }

    @Test
    void plurals_are_english() {
        assertThat(Stream.of("ledger entry", "address", "day", "inbox", "CRM contact")
                        .map(Words::plural))
                .containsExactly("ledger entries", "addresses", "days", "inboxes", "CRM contacts");
    }

    @Test
    void times_are_read_in_every_unit() {
        assertThat(Stream.of("500 ms", "10 seconds", "1 second", "1.5 min", "2 hours", "3s")
                        .map(Durations::parse)
                        .map(Object::toString))
                .containsExactly("PT0.5S", "PT10S", "PT1S", "PT1M30S", "PT2H", "PT3S");
    }

    private static List<String> understoodBy(String sentence) {
        ParameterTypeRegistry registry = new ParameterTypeRegistry(Locale.ENGLISH);
        ParameterTypes.of(WORDS).forEach(registry::defineParameterType);
        ExpressionFactory factory = new ExpressionFactory(registry);
        List<String> expressions = new ArrayList<>();
        SHOP.actions().forEach(action -> expressions.add(action.expression()));
        StepLibrary.CLASSES.forEach(
                steps -> Stream.of(steps.getDeclaredMethods()).forEach(method -> annotated(method, expressions)));
        assertThat(expressions).hasSizeGreaterThan(20);
        return expressions.stream()
                .filter(expression -> matches(factory.createExpression(expression), sentence))
                .toList();
    }

    private static boolean matches(Expression expression, String sentence) {
        return expression.match(sentence) != null;
    }

    private static void annotated(Method method, List<String> expressions) {
        Stream.of(method.getAnnotationsByType(Given.class)).forEach(given -> expressions.add(given.value()));
        Stream.of(method.getAnnotationsByType(When.class)).forEach(when -> expressions.add(when.value()));
        Stream.of(method.getAnnotationsByType(Then.class)).forEach(then -> expressions.add(then.value()));
    }
}
