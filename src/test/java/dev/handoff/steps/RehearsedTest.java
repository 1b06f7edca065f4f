package dev.handoff.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.vocabulary.VocabularyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which scenarios could not fail, or never be decided, known before anything runs. */
class RehearsedTest {

    @TempDir
    private Path folder;

    private static final String PAID = "Given a customer has paid 80.00 USD for an order\n";
    private static final String REFUND = "When the customer requests a refund of 25.00 USD\n";

    @Test
    void the_features_of_shop_have_no_mistakes() throws IOException {
        for (String feature :
                List.of("refunds", "signups", "invitations", "passwords", "tickets", "large_refunds", "onboarding")) {
            String text = Files.readString(Path.of("src/test/resources/features/" + feature + ".feature"));

            assertThat(FeatureText.read(feature, text).values())
                    .hasSizeGreaterThan(5)
                    .flatExtracting(scenario -> rehearsed(scenario).mistakes())
                    .isEmpty();
        }
    }

    @Test
    void a_scenario_that_states_nothing() {
        assertThat(mistakes(PAID + REFUND)).containsExactly("""
                        the scenario "one" states nothing that could fail: add a Then
                          --> some.feature:2
                        2 | Scenario: one""");
    }

    @Test
    void a_scenario_without_steps_is_left_to_cucumber_which_does_not_run_it() {
        assertThat(FeatureText.read("some.feature", "Feature: f\n  Scenario: one\n")
                        .values())
                .allSatisfy(scenario -> assertThat(scenario.steps()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Then the page shows a confirmation",
                "Then exactly one provider refund is created",
                "Then at most 999999 provider refunds are created",
                "Then nothing else happens",
                "Then the response status is 202",
                "Then exactly one provider refund is created with:\n| amount | <any> |",
                "Then no provider refund is made before the refund request",
                "Then the provider refund is made after the refund request",
                "Then exactly one ledger entry is posted with:\n| refund_id | ${refund_id} |",
                "Then exactly one ledger entry is posted with:\n| amount | > ${refund_id} |",
                "Then in the end the ledger entry has:\n| refund_id | <any> |",
                "Then the \"status\" of the ledger entry never returns to an earlier value",
                "Then no ledger entry exists\nAnd no ledger entry exists"
            })
    void what_can_fail_is_no_mistake(String then) {
        assertThat(mistakes(PAID + REFUND + then)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the link in the welcom email",
                "the link in the second welcom email",
                "the link in the welcom email with a changed token"
            })
    void a_link_in_a_mail_that_nobody_knows(String link) {
        assertThat(mistakes(PAID + REFUND + "And somebody follows " + link + "\nThen the response status is 200"))
                .singleElement()
                .asString()
                .contains("welcom email", "welcome email");
    }

    private static final String LARGE = "When a support agent requests a refund of 2500.00 USD\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Then a finance approval is pending for \"finance\"",
                "Then the provider refund, the ledger entry and the refund receipt are held back until the finance approval",
                "Then no finance approval is asked for",
                "When \"finance\" rejects the finance approval\nThen the finance approval is rejected",
                "When \"the requester\" tries to approve the finance approval\n"
                        + "Then the finance approval is refused to \"the requester\"",
                "When \"finance\" approves the finance approval\nThen the finance approval unlocks the ledger entry",
                "When \"finance\" approves the finance approval\n"
                        + "Then no ledger entry is posted before the finance approval",
                "Then the finance approval is escalated to \"finance_director\" within 5 seconds",
                "Then the finance approval times out within 5 seconds"
            })
    void what_can_fail_of_an_approval_is_no_mistake(String then) {
        assertThat(mistakes(PAID + LARGE + then)).isEmpty();
    }

    @Test
    void an_approver_whom_the_vocabulary_does_not_know() {
        assertThat(firstLine(mistakes(PAID + LARGE + "When \"finanz\" approves the finance approval\n"
                        + "Then exactly one ledger entry is posted")))
                .isEqualTo(
                        "\"finanz\" is none of the approvers of the finance approval; did you mean \"finance\"? Known:"
                                + " finance, finance_director, the requester, a colleague of support");
    }

    @Test
    void a_refusal_without_an_attempt_and_what_is_unlocked_without_an_approval() {
        assertThat(firstLine(mistakes(PAID + LARGE + "Then the finance approval is refused to \"finance\"")))
                .isEqualTo(
                        "\"finance\" has not tried before; say When \"finance\" tries to approve the finance approval");
        assertThat(firstLine(mistakes(PAID + LARGE + "Then the finance approval unlocks the ledger entry")))
                .startsWith("the action \"finance approval\" does not take place before this step");
    }

    @Test
    void an_approval_of_something_that_no_action_has_begun() {
        assertThat(firstLine(mistakes(PAID + "Then no risk approval is asked for")))
                .isEqualTo("the query of risk approval step asks with :onboarding_id, and no action before this step"
                        + " remembers one");
    }

    @Test
    void what_was_delivered_does_not_change_any_more() {
        assertThat(mistakes(PAID + REFUND + "Then in the end the provider refund has:\n| amount | 2500 |"))
                .singleElement()
                .asString()
                .startsWith("what is delivered to payments does not change any more; say \"exactly one provider refund"
                        + " is created with:\"");
        assertThat(mistakes(
                        PAID + REFUND + "Then the \"amount\" of the refund receipt never returns to an earlier value"))
                .singleElement()
                .asString()
                .startsWith("what is delivered to mail does not change any more");
    }

    @Test
    void a_given_of_somebody_else_states_nothing() {
        assertThat(mistakes("Given the moon is full\nAnd the page shows a confirmation"))
                .singleElement()
                .asString()
                .contains("states nothing that could fail");
    }

    @Test
    void at_least_none() {
        assertThat(mistakes(PAID + "Then at least 0 provider refunds are created"))
                .containsExactly("""
                        "at least 0" says nothing that could fail; say "no provider refund"
                          --> some.feature:4
                        4 | Then at least 0 provider refunds are created""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Then nothing else happens",
                "Then no provider refund is created",
                "Then the response status is 202",
                "Then the provider refund is created before the ledger entry",
                "Then the workflow reaches \"completed\"",
                "Then the refund workflow completes"
            })
    void a_statement_before_any_action(String then) {
        assertThat(mistakes("Given payments answers 503 to the next request\n" + then + "\n" + PAID))
                .singleElement()
                .asString()
                .startsWith("nothing has been done yet that this could be about; it must stand after an action");
    }

    @Test
    void a_step_of_somebody_else_may_be_an_action() {
        assertThat(mistakes("When the visitor clicks on sign up\nThen nothing else happens"))
                .isEmpty();
    }

    @Test
    void before_an_action_that_does_not_take_place() {
        assertThat(firstLine(mistakes(PAID + REFUND + "Then no provider refund is made before the signup")))
                .isEqualTo("the action \"signup\" does not take place before this step; what does: refund request");
    }

    @Test
    void after_an_action_that_does_not_take_place() {
        assertThat(firstLine(mistakes(PAID + "Then the provider refund is made after the signup")))
                .isEqualTo("the action \"signup\" does not take place before this step; no action with a name does");
    }

    @Test
    void a_link_that_is_followed_has_a_place_in_orders_and_no_other_has() {
        String followed = PAID + REFUND + "And somebody follows the link in the refund receipt\n";
        assertThat(mistakes(followed + "Then no provider refund is made before the link\n"
                        + "And the provider refund is made after the link"))
                .isEmpty();
        assertThat(firstLine(mistakes(PAID + REFUND + "Then no provider refund is made before the link")))
                .isEqualTo("the action \"link\" does not take place before this step; what does: refund request");
    }

    @Test
    void before_the_first_action_of_all() {
        assertThat(firstLine(mistakes(REFUND + "Then no provider refund is made before the refund request")))
                .isEqualTo("\"refund request\" is the first thing that this scenario does: nothing of it could have"
                        + " happened before");
    }

    @Test
    void an_order_of_one() {
        assertThat(firstLine(mistakes(PAID + "Then these happen in order:\n| provider refund |")))
                .isEqualTo("an order takes two rows or more");
    }

    @Test
    void an_order_that_names_an_effect_twice() {
        assertThat(firstLine(mistakes(PAID
                        + "Then these happen in order:\n| provider refund |\n| ledger entry |\n| provider refund |")))
                .isEqualTo("the order names \"provider refund\" twice; nothing comes before itself");
        assertThat(firstLine(mistakes(PAID + "Then the ledger entry is posted before the ledger entry")))
                .isEqualTo("the order names \"ledger entry\" twice; nothing comes before itself");
    }

    @Test
    void an_order_of_actions() {
        String signup = "When a visitor signs up for the \"team\" plan of \"Acme\"\n";

        assertThat(firstLine(mistakes(PAID + REFUND + signup
                        + "Then these happen in order:\n| the refund request |\n| the signup |")))
                .isEqualTo("the order names actions only, and their order is the scenario's own; add an effect");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Then exactly one provider refund is created with:", "Then the response has:"})
    void a_table_that_is_missing(String then) {
        assertThat(firstLine(mistakes(PAID + REFUND + then)))
                .isEqualTo("this sentence takes a table, and there is none below it");
    }

    @Test
    void a_table_that_nobody_reads() {
        assertThat(firstLine(mistakes(PAID + REFUND + "Then no provider refund is created\n| amount | 2500 |")))
                .isEqualTo("this sentence takes no table; one that does ends with a colon");
    }

    @Test
    void a_row_without_a_name() {
        assertThat(firstLine(mistakes(PAID + REFUND + "Then the response has:\n| | |")))
                .isEqualTo("a row of the table has no name");
    }

    @Test
    void a_value_that_nothing_gave() {
        assertThat(firstLine(mistakes(PAID + "Then no provider refund is created with:\n| amount | ${price} |")))
                .isEqualTo("the table needs a value for ${price}, and nothing before it in this scenario gave one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"subjct", "$.subjct", "subjct[0]", "$['subjct']"})
    void a_field_that_no_mail_has(String path) {
        assertThat(mistakes(PAID + REFUND + "Then no refund receipt is sent with:\n| " + path + " | <any> |"))
                .containsExactly("""
                        a mail has no field "subjct"; did you mean "subject"?
                          it has: from, to, subject, text, html, links, attachments, envelope from, envelope to, header NAME
                          --> some.feature:5
                        5 | Then no refund receipt is sent with:""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subject",
                "$.subject",
                "to[0]",
                "$['from']",
                "links[0]",
                "envelope to",
                "header X-Campaign",
                "text"
            })
    void a_field_that_mails_have_is_no_mistake(String path) {
        assertThat(mistakes(PAID + REFUND + "Then no refund receipt is sent with:\n| " + path + " | <any> |"))
                .isEmpty();
    }

    @Test
    void a_header_of_a_row() {
        assertThat(firstLine(mistakes(
                        PAID + REFUND + "Then at most 2 ledger entries are posted with:\n| header Amount | 2500 |")))
                .isEqualTo("a row of database has no headers, and so no \"header Amount\"; its fields are the columns"
                        + " of the query");
    }

    @Test
    void an_unknown_matcher_and_an_unknown_item_both() {
        assertThat(mistakes(PAID + "Then no provider refund is created with:\n| amount | <anny> |\n"
                        + "And these happen in order:\n| provider refnd |\n| ledger entry |"))
                .hasSize(2);
    }

    @Test
    void a_number_too_large_to_be_meant() {
        assertThat(mistakes(PAID + "Then at most 99999999999 provider refunds are created"))
                .hasSize(1);
    }

    @Test
    void each_row_of_examples_for_itself_with_its_line() {
        String feature = """
                Feature: f
                  Background:
                    Given a customer has paid 80.00 USD for an order
                  Rule: r
                    Scenario Outline: some
                      Then <count> provider refunds are created
                      Examples:
                        | count      |
                        | at least 0 |
                        | at least 1 |
                """;
        Collection<ScenarioText> scenarios =
                FeatureText.read("some.feature", feature).values();

        assertThat(scenarios).extracting(scenario -> scenario.source().line()).containsExactly(9, 10);
        assertThat(scenarios)
                .extracting(scenario -> rehearsed(scenario).mistakes().size())
                .containsExactly(1, 0);
    }

    @Test
    void the_systems_that_are_made_to_misbehave_are_known() {
        ScenarioText scenario = scenario("Given payments answers 503 to the next request\n" + PAID + REFUND
                + "Then exactly one provider refund is created");

        assertThat(rehearsed(scenario).plans()).containsExactly("payments");
    }

    @Test
    void a_scenario_is_alone_when_its_tag_says_so() {
        String feature = "Feature: f\n@serial\nScenario: one\nGiven a step\nScenario: two\nGiven a step\n";

        assertThat(FeatureText.read("some.feature", feature).values())
                .extracting(scenario -> rehearsed(scenario).alone())
                .containsExactly(true, false);
    }

    @Test
    void a_scenario_is_alone_when_it_misleads_a_system_that_all_share() throws IOException {
        String own = Files.readString(Path.of("src/test/resources/dev/handoff/vocabulary/one-file.yaml"));
        Path file = Files.writeString(
                folder.resolve("handoff.yaml"), own.replace("  crm:\n", "  crm:\n    shared: true\n"));
        Words words = new Words(VocabularyReader.read(file, Map.of()));
        StepLibrary library = new StepLibrary(words);

        assertThat(Rehearsed.of(scenario("Given crm answers 503 to the next request"), library, words)
                        .alone())
                .isTrue();
        assertThat(Rehearsed.of(scenario("Given payments answers 503 to the next request"), library, words)
                        .alone())
                .isFalse();
    }

    private static final String INVITED = "When the member invites a colleague\n";

    @Test
    void a_bounced_mail_is_planned_where_the_vocabulary_says_how_it_is_told() {
        Rehearsed rehearsed = rehearsed(
                scenario("Given an organisation has a member\n" + "And mail bounces the next invitation email\n"
                        + INVITED + "Then exactly one invitation email is sent"));

        assertThat(rehearsed.mistakes()).isEmpty();
        assertThat(rehearsed.plans()).containsExactly("mail");
    }

    @Test
    void a_mail_that_nobody_could_be_told_of_cannot_bounce() throws IOException {
        Path file = Path.of("src/test/resources/dev/handoff/vocabulary/one-file.yaml");
        Words words = new Words(VocabularyReader.read(file, Map.of()));
        String then = "When the page is sent\nThen exactly one welcome email is sent";

        assertThat(firstLine(Rehearsed.of(
                                scenario("Given mail bounces the next welcome email\n" + then),
                                new StepLibrary(words),
                                words)
                        .mistakes()))
                .isEqualTo("nothing says how the application is told that a mail came back; say so under \"bounce\" of"
                        + " the system mail, as in bounce: { http: POST /webhooks/mail }");
    }

    @Test
    void only_mails_bounce() {
        assertThat(firstLine(mistakes("Given payments bounces the next mail\n" + PAID + REFUND
                        + "Then exactly one provider refund is created")))
                .isEqualTo("only a mail server bounces mails; payments is of another type");
        assertThat(firstLine(mistakes("Given mail bounces the next provider refund\n" + PAID + REFUND
                        + "Then exactly one provider refund is created")))
                .startsWith("mail records no provider refund; payments does");
        assertThat(firstLine(mistakes("Given mail bounces the next 0 mails\n" + PAID + REFUND
                        + "Then exactly one provider refund is created")))
                .isEqualTo("a fault meets one request or more, not 0");
    }

    private static String firstLine(List<String> mistakes) {
        assertThat(mistakes).hasSize(1);
        return mistakes.get(0).lines().findFirst().orElseThrow();
    }

    private static List<String> mistakes(String steps) {
        return rehearsed(scenario(steps)).mistakes();
    }

    private static Rehearsed rehearsed(ScenarioText scenario) {
        Words words = new Words(Runs.vocabulary());
        return Rehearsed.of(scenario, new StepLibrary(words), words);
    }

    private static ScenarioText scenario(String steps) {
        return FeatureText.read("some.feature", "Feature: f\nScenario: one\n" + steps + "\n").values().stream()
                .findFirst()
                .orElseThrow();
    }
}
