package dev.handoff.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributionByKeyTest {

    private final Run run = new Run();
    private final String ours = run.scenario("ours");

    @Test
    void a_key_is_learned_from_a_request_before_it_leaves() {
        run.journal.requestLeaves(ours, Run.jsonOf("{\"orderId\":\"A-100\"}"));

        Captured captured = run.text("Refund of order A-100.");

        assertThat(captured.claims()).containsExactly(new Claim(ours, Claim.By.KEY, "order_id", "A-100", "text"));
        assertThat(run.journal.learned(ours, "order_id")).contains("A-100");
    }

    @Test
    void a_key_is_learned_from_the_request_of_an_exchange() {
        run.journal.unanswered(
                ours, 1, run.journal.now(), "POST", "http://shop", Run.jsonOf("{\"orderId\":\"A-100\"}"), "timed out");

        assertThat(run.json("{\"x\":\"A-100\"}").claims()).hasSize(1);
    }

    @Test
    void a_key_is_learned_from_the_body_and_the_headers_of_a_response() {
        run.answered(
                ours,
                Message.of(
                        Map.of("Refund-Id", List.of("re_77a")),
                        "application/json",
                        "{\"order\":{\"order_number\":\"A-100\"}}"));

        assertThat(run.json("{\"x\":\"re_77a\"}").claims())
                .extracting(Claim::name)
                .containsExactly("refund_id");
        assertThat(run.json("{\"x\":\"A-100\"}").claims())
                .extracting(Claim::name)
                .containsExactly("order_id");
    }

    @Test
    void keys_are_learned_from_lists_and_from_the_objects_in_them() {
        run.answered(
                ours,
                Run.jsonOf("{\"lines\":[{\"order_id\":\"A-100\"}],\"order_number\":[\"A-200\",[\"A-300\"],null,"
                        + "{\"refund_id\":\"re_77a\"}],\"email\":null,\"refund_id\":{\"x\":\"re_88b\"}}"));

        for (String key : List.of("A-100", "A-200", "A-300", "re_77a")) {
            assertThat(run.json("{\"x\":\"" + key + "\"}").claims()).as(key).hasSize(1);
        }
        for (String none : List.of("re_88b", "null")) {
            assertThat(run.json("{\"x\":\"" + none + "\"}").claims()).as(none).isEmpty();
        }
    }

    @Test
    void a_value_that_a_system_was_asked_by_leads_back_what_it_answers_and_nothing_else() {
        Run asked = new Run(new JournalSettings(Run.KEYS, Set.of(), Set.of("account")));
        String scenario = asked.scenario("asked");
        asked.journal.learn(scenario, "account", "acc-7");
        asked.journal.learn(scenario, "colour", "green");

        assertThat(asked.property(Values.PARAMETER + "account", "acc-7").claims())
                .containsExactly(
                        new Claim(scenario, Claim.By.KEY, Values.PARAMETER + "account", "acc-7", "parameter :account"));
        assertThat(asked.property(Values.PARAMETER + "account", "acc-8").claims())
                .isEmpty();
        assertThat(asked.property(Values.PARAMETER + "colour", "green").claims())
                .isEmpty();
        assertThat(asked.json("{\"account\":\"acc-7\"}").claims()).isEmpty();
        assertThat(asked.property("account", "acc-7").claims()).isEmpty();
    }

    @Test
    void what_is_null_holds_no_key_of_that_text() {
        run.journal.learn(ours, "order_id", "null");

        assertThat(run.json("{\"x\":null,\"y\":[null]}").claims()).isEmpty();
    }

    @Test
    void a_key_is_learned_from_where_the_answer_leads() {
        run.answered(ours, location("/refunds/re_77a"));

        assertThat(run.json("{\"x\":\"re_77a\"}").claims())
                .extracting(Claim::name)
                .containsExactly("location");
    }

    @Test
    void a_location_names_its_resource_whatever_stands_behind_it() {
        run.answered(ours, location("https://shop.test/refunds/re_77a/?expand=all#top"));

        assertThat(run.json("{\"x\":\"re_77a\"}").claims()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/login", "/refunds/", "/orders/A-100/status", "https://shop.test", "http://localhost:8080", "/"
            })
    void a_location_that_ends_in_a_word_teaches_no_key(String address) {
        run.answered(ours, location(address));

        run.text("The login at shop.test (localhost:8080) shows the status of your refunds");
        run.header("Location", "");

        assertThat(run.effectsOf(ours)).isEmpty();
    }

    @Test
    void a_key_is_learned_by_any_of_its_names_and_other_names_are_no_keys() {
        run.journal.learn(ours, "refundId", "re_77a");
        run.journal.learn(ours, "order_number", "A-100");
        run.journal.learn(ours, "colour", "green");

        assertThat(run.journal.learned(ours, "refund_id")).contains("re_77a");
        assertThat(run.journal.learned(ours, "order_id")).contains("A-100");
        assertThat(run.text("green").claims()).isEmpty();
    }

    @Test
    void an_empty_value_is_no_key() {
        run.journal.learn(ours, "email", "");
        run.journal.requestLeaves(
                ours, Message.of(Map.of("email", List.of(" ")), "application/json", "{\"order_id\":\"\",\"to\":null}"));

        run.json("{\"email\":\"\",\"order_id\":\" \",\"to\":null}");
        run.header("email", " ");

        assertThat(run.effectsOf(ours)).isEmpty();
    }

    @Test
    void keys_are_passed_on_through_effects() {
        run.journal.learn(ours, "order_id", "A-100");

        run.json("{\"order_id\":\"A-100\",\"refund_id\":\"re_77a\"}");
        run.json("{\"refund_id\":\"re_77a\",\"email\":\"ann@example.org\"}");
        Captured third = run.text("Dear ann@example.org");

        assertThat(run.effectsOf(ours)).hasSize(3).endsWith(third);
        assertThat(run.journal.learned(ours, "email")).contains("ann@example.org");
    }

    @Test
    void keys_are_passed_on_through_effects_that_a_mark_gave() {
        run.json("{\"correlation\":\"" + ours + "\",\"refund_id\":\"re_77a\"}");

        assertThat(run.json("{\"x\":\"re_77a\"}").claims()).hasSize(1);
    }

    @Test
    void a_key_learned_after_the_capture_claims_it() {
        Captured early = run.json("{\"refund_id\":\"re_77a\"}");
        assertThat(run.journal.strays()).containsExactly(early);

        run.journal.learn(ours, "refund_id", "re_77a");

        assertThat(run.effectsOf(ours)).containsExactly(early);
        assertThat(run.journal.strays()).isEmpty();
        assertThat(run.seen(ours).strays()).isEmpty();
        assertThat(run.written).last().isInstanceOfSatisfying(Claimed.class, claimed -> {
            assertThat(claimed.captured()).isEqualTo(early.index());
            assertThat(claimed.claim()).isEqualTo(new Claim(ours, Claim.By.KEY, "refund_id", "re_77a", "$.refund_id"));
        });
    }

    @Test
    void a_late_key_claims_along_the_whole_chain() {
        Captured third = run.text("Dear ann@example.org");
        Captured second = run.json("{\"refund_id\":\"re_77a\",\"email\":\"ann@example.org\"}");
        Captured first = run.json("{\"order_id\":\"A-100\",\"refund_id\":\"re_77a\"}");

        run.answered(ours, Run.jsonOf("{\"orderId\":\"A-100\"}"));

        assertThat(run.effectsOf(ours)).containsExactly(third, second, first);
    }

    @Test
    void a_late_claim_passes_on_keys_that_masking_hides() {
        Run masked = new Run(
                new JournalSettings(Map.of("order_id", List.of(), "invite_token", List.of()), Set.of("order_id")));
        String scenario = masked.scenario("masked");
        masked.json("{\"order_id\":\"A-100\",\"invite_token\":\"inv_88b\"}");
        Captured second = masked.text("Your invitation: inv_88b");

        masked.journal.learn(scenario, "order_id", "A-100");

        assertThat(masked.effectsOf(scenario)).hasSize(2).contains(second);
        assertThat(masked.journal.learned(scenario, "invite_token")).contains("inv_88b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A-1001", "XA-100", "A-100-2", "A-100.b", "A-100_2", "1A-100", "A-100@x.org"})
    void a_key_is_never_a_piece_of_a_longer_value(String longer) {
        run.journal.learn(ours, "order_id", "A-100");

        run.json("{\"order_id\":\"" + longer + "\"}");
        run.text("about " + longer + ", your order");
        run.property("path", "/orders/" + longer);
        run.header("X-Order-Id", longer);

        assertThat(run.effectsOf(ours)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A-100",
                "A-100.",
                "(A-100)",
                "order:A-100",
                "\\\"A-100\\\"",
                "<b>A-100</b>",
                "#A-100!",
                "x=A-100&y",
                "x[A-100]",
                "x{A-100}",
                "A-100|7",
                "A-100…"
            })
    void a_key_is_found_whatever_punctuation_surrounds_it(String surrounded) {
        run.journal.learn(ours, "order_id", "A-100");

        assertThat(run.json("{\"note\":\"" + surrounded + "\"}").claims()).hasSize(1);
        assertThat(run.json("{\"note\":\"your order " + surrounded + " is here\"}")
                        .claims())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "12345", "1.2", "a7", "abc"})
    void a_short_key_is_found_under_its_own_name_only(String value) {
        run.journal.learn(ours, "order_id", value);

        assertThat(run.json("{\"orderId\":\"" + value + "\"}").claims()).hasSize(1);
        assertThat(run.json("{\"line\":{\"ORDER_ID\":\"" + value + "\"}}").claims())
                .hasSize(1);
        assertThat(run.header("order-id", value).claims()).hasSize(1);
        assertThat(run.property("query.order_id", value).claims()).hasSize(1);
        assertThat(run.json("{\"orderNumber\":\"" + value + "\"}").claims()).hasSize(1);

        assertThat(run.json("{\"amount\":\"" + value + "\",\"refund_id\":\"" + value + "\"}")
                        .claims())
                .isEmpty();
        assertThat(run.text("order " + value).claims()).isEmpty();
        assertThat(run.property("path", "/orders/" + value).claims()).isEmpty();
    }

    @Test
    void a_long_number_is_found_under_its_own_name_in_addresses_and_among_words() {
        run.journal.learn(ours, "order_id", "250000");

        assertThat(run.json("{\"orderId\":250000}").claims()).hasSize(1);
        assertThat(run.json("{\"order_number\":\"250000\"}").claims()).hasSize(1);
        assertThat(run.property("path", "/orders/250000").claims()).hasSize(1);
        assertThat(run.property("key", "250000").claims()).hasSize(1);
        assertThat(run.property("correlation-id", "250000").claims()).hasSize(1);
        assertThat(run.property("message-id", "250000").claims()).hasSize(1);
        assertThat(run.property("routing-key", "250000").claims()).hasSize(1);
        assertThat(run.property("priority", "250000").claims()).isEmpty();
        assertThat(run.json("{\"callback\":\"https://partner.test/cb?order=250000\"}")
                        .claims())
                .hasSize(1);
        assertThat(run.text("Your order #250000 was refunded").claims())
                .containsExactly(new Claim(ours, Claim.By.KEY, "order_id", "250000", "text"));
    }

    /** Guards against an amount that is counted for the scenario whose order has that number. */
    @Test
    void a_long_number_that_is_the_whole_of_another_field_is_no_key() {
        run.journal.learn(ours, "order_id", "250000");

        run.json("{\"amount\":250000,\"lines\":[250000,{\"price\":\"250000\"}]}");
        run.header("X-Amount", "250000");
        run.property("offset", "250000");
        run.property("query.limit", "250000");

        assertThat(run.effectsOf(ours)).isEmpty();
    }

    /** A date or a price is in too many payloads by chance, too. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01", "1250.00", "-12500"})
    void what_is_of_digits_points_and_dashes_alone_is_a_number(String value) {
        run.journal.learn(ours, "order_id", value);

        run.json("{\"posted\":\"" + value + "\"}");
        assertThat(run.effectsOf(ours)).isEmpty();

        assertThat(run.json("{\"order_id\":\"" + value + "\"}").claims()).hasSize(1);
        assertThat(run.text("about (" + value + ")").claims()).hasSize(1);
    }

    @Test
    void a_short_number_is_found_as_a_json_number_and_in_a_list_under_its_name() {
        run.journal.learn(ours, "order_id", "12");

        assertThat(run.json("{\"orderId\":12,\"amount\":13}").claims())
                .containsExactly(new Claim(ours, Claim.By.KEY, "order_id", "12", "$.orderId"));
        assertThat(run.json("{\"orderId\":[11,12]}").claims()).hasSize(1);
        assertThat(run.json("{\"orderId\":13,\"amount\":12}").claims()).isEmpty();
    }

    @Test
    void the_case_of_an_email_address_does_not_matter_and_that_of_other_keys_does() {
        run.journal.learn(ours, "email", "Ann@Example.org");
        run.journal.learn(ours, "order_id", "A-100");

        assertThat(run.json("{\"to\":[\"ann@example.org\"]}").claims()).hasSize(1);
        assertThat(run.text("ANN@EXAMPLE.ORG").claims()).hasSize(1);
        assertThat(run.text("a-100").claims()).isEmpty();
        run.journal.learn(ours, "order_id", "@Ann7");
        assertThat(run.text("@ann7").claims()).isEmpty();
        assertThat(run.text("@Ann7").claims()).hasSize(1);
    }

    @Test
    void a_key_that_two_scenarios_share_is_contested_by_both() {
        String theirs = run.scenario("theirs");
        run.journal.learn(ours, "order_id", "A-100");
        Captured early = run.text("A-100");
        assertThat(run.effectsOf(ours)).containsExactly(early);

        run.journal.learn(theirs, "order_id", "A-100");
        Captured late = run.text("A-100");

        assertThat(run.contestedOf(ours)).containsExactly(early, late);
        assertThat(run.contestedOf(theirs)).containsExactly(early, late);
        assertThat(run.effectsOf(ours)).isEmpty();
        assertThat(run.effectsOf(theirs)).isEmpty();
    }

    @Test
    void nothing_that_was_captured_before_a_scenario_began_is_its_own() {
        Captured before = run.json("{\"order_id\":\"A-100\",\"refund_id\":\"re_77a\"}");
        String later = run.scenario("later");
        Captured after = run.json("{\"refund_id\":\"re_77a\"}");

        run.journal.learn(later, "order_id", "A-100");
        assertThat(run.effectsOf(later)).isEmpty();
        assertThat(run.journal.learned(later, "refund_id")).isEmpty();

        run.journal.learn(later, "refund_id", "re_77a");
        assertThat(run.effectsOf(later)).containsExactly(after);
        assertThat(run.seen(later).strays()).isEmpty();
        assertThat(run.journal.strays()).containsExactly(before);
    }

    @Test
    void an_effect_with_our_correlation_id_and_the_key_of_another_is_ours() {
        String theirs = run.scenario("theirs");
        run.journal.learn(theirs, "order_id", "A-100");

        Captured captured = run.json("{\"correlation_id\":\"" + ours + "\",\"order_id\":\"A-100\"}");

        assertThat(run.effectsOf(ours)).containsExactly(captured);
        assertThat(run.seen(theirs).own()).doesNotContain(captured);
    }

    /** Guards against an effect of ours that becomes nobody's because another scenario uses the same order. */
    @Test
    void an_effect_with_our_correlation_id_stays_ours_when_another_learns_its_key_later() {
        String theirs = run.scenario("theirs");
        Captured captured = run.json("{\"correlation_id\":\"" + ours + "\",\"order_id\":\"A-100\"}");

        run.journal.learn(theirs, "order_id", "A-100");

        assertThat(run.effectsOf(ours)).containsExactly(captured);
        assertThat(run.effectsOf(theirs)).isEmpty();
        assertThat(run.contestedOf(theirs)).isEmpty();
    }

    @Test
    void a_key_of_a_secret_name_is_written_as_its_mask() {
        Run masked = new Run(new JournalSettings(Map.of("invite_token", List.of()), Set.of()));

        masked.journal.learn(masked.scenario("masked"), "invite_token", "inv_88b");

        assertThat(masked.written).last().isInstanceOfSatisfying(KeyLearned.class, learned -> assertThat(
                        learned.value())
                .matches("masked-[0-9a-f]{8}"));
    }

    @Test
    void every_field_of_a_form_that_is_sent_twice_is_looked_at() {
        run.journal.learn(ours, "email", "ann@example.org");

        Captured captured = run.capture(
                Map.of(),
                Message.of(Map.of(), "application/x-www-form-urlencoded", "to=ann%40example.org&to=bob%40example.org"));

        assertThat(captured.claims()).hasSize(1);
    }

    private static Message location(String address) {
        return Message.of(Map.of("location", List.of(address)), null, "");
    }
}
