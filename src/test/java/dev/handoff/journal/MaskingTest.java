package dev.handoff.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

    private static final String MASK = "masked-[0-9a-f]{8}";

    private final Masking masking = new Masking(Set.of("nationalId", "X-Partner-Code"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "authorization",
                "Proxy-Authorization",
                "Cookie",
                "Set-Cookie",
                "X-Api-Key",
                "apikey",
                "APIKey",
                "X-Auth-Token",
                "X-CSRFToken",
                "accessToken",
                "client_secret",
                "clientSecret",
                "password",
                "newPassword",
                "userpassword",
                "cardNumber",
                "card[number]",
                "card[cvc]",
                "cvv",
                "national_id",
                "NATIONAL-ID",
                "x-partner-code",
                "query.token",
                "Stripe-Signature",
                "X-Hub-Signature-256",
            })
    void the_value_of_a_secret_name_is_masked(String name) {
        assertThat(masking.value(name, "s3cret value")).matches(MASK);
        assertThat(header(name, "s3cret value")).matches(MASK);
        assertThat(masking.mask(Map.of(name, "s3cret value")).get(name)).matches(MASK);
        assertThat(json("{\"" + name + "\":\"s3cret value\"}")).matches("\\{\"[^\"]+\":\"" + MASK + "\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Idempotency-Key",
                "idempotencyKey",
                "key",
                "partition_key",
                "X-Correlation-Id",
                "authorization_code_url",
                "tokens_used",
                "passwordless",
                "number",
                "secretary",
                "signature_style",
                "national_identity"
            })
    void the_value_of_another_name_is_not(String name) {
        assertThat(masking.value(name, "k-9 value")).isEqualTo("k-9 value");
        assertThat(json("{\"" + name + "\":\"k-9 value\"}")).contains("k-9 value");
    }

    @Test
    void equal_secrets_have_equal_replacements_wherever_they_stand_and_different_ones_different() {
        String one = masking.value("token", "t-12345678");

        assertThat(masking.value("password", "t-12345678")).isEqualTo(one);
        assertThat(masking.text("see https://a.test/?token=t-12345678&x=1")).contains("token=" + one + "&x=1");
        assertThat(masking.text("Bearer t-12345678")).isEqualTo("Bearer " + one);
        assertThat(json("{\"token\":\"t-12345678\"}")).isEqualTo("{\"token\":\"" + one + "\"}");
        assertThat(masking.value("token", "t-12345679")).isNotEqualTo(one);
    }

    @Test
    void equal_secrets_of_different_runs_have_different_replacements() {
        assertThat(new Masking(Set.of()).value("token", "t-12345678"))
                .isNotEqualTo(masking.value("token", "t-12345678"));
    }

    @Test
    void secrets_in_json_are_masked_however_deep_and_in_lists() {
        String masked = json("{\"user\":{\"logins\":[{\"password\":\"hunter2\",\"name\":\"ann\"}],"
                + "\"tokens\":7,\"access_token\":[\"hunter3\",[\"hunter4\"]],\"pin\":{\"secret\":12345}}}");

        assertThat(masked).doesNotContain("hunter", "12345").contains("\"name\":\"ann\"", "\"tokens\":7");
    }

    @Test
    void secrets_in_json_within_a_json_text_are_masked() {
        assertThat(json("{\"Message\":\"{\\\"password\\\":\\\"hunter2\\\",\\\"name\\\":\\\"ann\\\"}\"}"))
                .doesNotContain("hunter2")
                .contains("ann");
    }

    @Test
    void secrets_in_json_that_was_cut_or_is_broken_are_masked() {
        String cut = "{\"name\":\"ann\",\"password\":\"hunter2\",\"pin\":1,\"token\": \"hunter3";

        assertThat(json(cut)).doesNotContain("hunter").contains("\"name\":\"ann\"", "\"pin\":1");
        assertThat(json("{\"password\":\"" + "hunter2".repeat(10_000))).doesNotContain("hunter");
        assertThat(json("{\"a\":1}\n{\"clientSecret\":12345678}")).doesNotContain("12345678");
    }

    @Test
    void a_body_without_a_secret_stays_as_it_was_written() {
        String body = "{ \"amount\": 25.00, \"token\": null, \"authorization\": { \"id\" : \"au_1\" } }";
        assertThat(json(body)).isEqualTo(body);
    }

    @Test
    void what_is_beside_a_secret_stays_as_it_came() {
        assertThat(
                        json(
                                "{\"amount\":100.00,\"rate\":1.50,\"big\":12345678901234567890,\"password\":\"x\",\"none\":null}"))
                .startsWith("{\"amount\":100.00,\"rate\":1.50,\"big\":12345678901234567890,\"password\":")
                .endsWith(",\"none\":null}");
    }

    @Test
    void a_list_of_secrets_stays_a_list_and_an_object_of_such_a_name_stays_an_object() {
        String one = masking.value("token", "t-1");

        assertThat(json("{\"token\":[\"t-1\",[\"t-1\"],null],\"password\":null,"
                        + "\"authorization\":{\"id\":\"au-1\",\"secret\":\"t-1\"}}"))
                .isEqualTo("{\"token\":[\"" + one + "\",[\"" + one + "\"],null],\"password\":null,"
                        + "\"authorization\":{\"id\":\"au-1\",\"secret\":\"" + one + "\"}}");
        assertThat(masking.text("\n [{\"token\":[\"t-1\"]}]")).isEqualTo("[{\"token\":[\"" + one + "\"]}]");
    }

    @Test
    void a_piece_of_json_or_of_an_address_is_masked_as_the_whole_is() {
        String one = masking.value("password", "hunter2");

        assertThat(masking.text("\"password\":\"hunter2\"")).isEqualTo("\"password\":\"" + one + "\"");
        assertThat(masking.text("=a&password=hunter2")).isEqualTo("=a&password=" + one);
    }

    @Test
    void a_json_body_without_secrets_is_untouched() {
        String body = "{ \"amount\" : 100.00,\n \"currency\":\"usd\" }";

        assertThat(json(body)).isSameAs(body);
    }

    @Test
    void a_form_stays_a_form_when_it_is_masked() {
        Message form = Message.of(
                Map.of(), "application/x-www-form-urlencoded", "amount=2500&password=a%26b&to=a%40b.c&to=d+e");

        Message masked = masking.mask(form);

        assertThat(masked.text()).matches("amount=2500&password=" + MASK + "&to=a%40b\\.c&to=d\\+e");
        assertThat(masked.tree().get("amount").asText()).isEqualTo("2500");
        assertThat(masked.tree().get("to").get(1).asText()).isEqualTo("d e");
    }

    @Test
    void an_encoded_name_of_a_form_is_a_name_and_what_is_no_secret_stays_as_it_was_encoded() {
        Message form = Message.of(
                Map.of(), "application/x-www-form-urlencoded", "card%5Bcvc%5D=123&to=ann@example.org&x=%7e&flag");

        assertThat(masking.mask(form).text()).matches("card%5Bcvc%5D=" + MASK + "&to=ann@example\\.org&x=%7e&flag");
    }

    @Test
    void a_form_that_does_not_say_what_it_is_is_masked_too() {
        assertThat(masking.mask(Message.of(Map.of(), null, "password=hunter2&a=b"))
                        .text())
                .matches("password=" + MASK + "&a=b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.test/reset?token=hunter2&lang=en",
                "https://shop.test/reset?lang=en&amp;reset_token=hunter2",
                "/cb#access_token=hunter2&state=1",
                "<a href=\"https://shop.test/?lang=en&token=hunter2\">Reset</a>",
                "jdbc:postgresql://db/shop?user=shop&password=hunter2",
                "https://shop:hunter2@shop.test/refunds",
                "smtp://:hunter2@mail.test",
            })
    void a_secret_in_an_address_is_masked_and_the_rest_of_it_is_not(String text) {
        assertThat(masking.text(text)).doesNotContain("hunter2").containsPattern(MASK);
        assertThat(masking.text("x " + text + " y").replaceAll(MASK, "hunter2")).isEqualTo("x " + text + " y");
    }

    @Test
    void a_sentence_goes_on_behind_a_masked_address() {
        assertThat(masking.text(
                        "Open https://shop.test/?token=hunter2, then log in (https://shop.test/?token=hunter2)."))
                .matches("Open https://shop\\.test/\\?token=" + MASK + ", then log in \\(https://shop\\.test/\\?token="
                        + MASK + "\\)\\.");
    }

    @Test
    void credentials_in_a_text_are_masked_and_words_that_look_alike_are_not() {
        assertThat(masking.text("sent Bearer abcdef.12345 today")).matches("sent Bearer " + MASK + " today");
        assertThat(masking.text("sent basic YW5uOmh1bnRlcjI= today")).matches("sent basic " + MASK + " today");
        assertThat(masking.text("Welcome to your Basic subscription")).isEqualTo("Welcome to your Basic subscription");
        assertThat(masking.text("Welcome to your Basic insurance")).isEqualTo("Welcome to your Basic insurance");
        assertThat(masking.text("Basic YTpiY2Rl")).as("a:bcde").matches("Basic " + MASK);
        assertThat(masking.text("Basic Omh1bnRlcjI=")).as(":hunter2").matches("Basic " + MASK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4242424242424242",
                "4242 4242 4242 4242",
                "4242-4242-4242-4242",
                "5555555555554444",
                "2223003122003222",
                "378282246310005",
                "3782 822463 10005",
                "30569309025904",
                "6011111111111117"
            })
    void a_card_number_is_masked(String card) {
        assertThat(masking.text(card)).matches(MASK);
        assertThat(masking.text("Card " + card + ".")).matches("Card " + MASK + "\\.");
        assertThat(masking.text("card:" + card + ", thanks")).matches("card:" + MASK + ", thanks");
        assertThat(json("{\"pan\":\"" + card + "\"}")).matches("\\{\"pan\":\"" + MASK + "\"}");
        if (card.matches("\\d+")) {
            assertThat(json("{\"pan\":" + card + "}")).matches("\\{\"pan\":\"" + MASK + "\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4242424242424241",
                "1763720709123456",
                "42424242424242424242",
                "A4242424242424242",
                "4242424242424242-7",
                "4242.4242.4242.4242",
                "0.4242424242424242"
            })
    void another_long_number_is_not(String number) {
        assertThat(masking.text("id " + number)).isEqualTo("id " + number);
    }

    @Test
    void a_place_in_a_sequence_is_kept_only_where_it_tells_no_secret() {
        assertThat(sequence(new Sequence("ledger.entry_no", "entry_no", "account 7", "12")))
                .isEqualTo(new Sequence("ledger.entry_no", "entry_no", "account 7", "12"));
        assertThat(sequence(new Sequence("ledger.entry_no", "entry_no", null, "12")))
                .isEqualTo(new Sequence("ledger.entry_no", "entry_no", null, "12"));
        assertThat(sequence(new Sequence("ledger.token", "token", null, "12"))).isNull();
        assertThat(sequence(new Sequence("ledger.entry_no", "entry_no", null, "4242424242424242")))
                .isNull();
        assertThat(sequence(null)).isNull();
        assertThat(sequence(new Sequence("ledger.entry_no", "entry_no", "card 4242424242424242", "12"))
                        .per())
                .matches("card " + MASK);
    }

    private Sequence sequence(Sequence sequence) {
        return masking.mask(Capture.effect("ledger", "ledger entry", "", Map.of(), Message.EMPTY)
                        .ordered(sequence))
                .sequence();
    }

    @Test
    void nothing_masked_stays_nothing() {
        assertThat(masking.mask((Message) null)).isNull();
        assertThat(masking.mask(Message.EMPTY)).isEqualTo(Message.EMPTY);
    }

    private String header(String name, String value) {
        return masking.mask(Message.of(Map.of(name, List.of(value)), null, ""))
                .header(name)
                .orElseThrow();
    }

    private String json(String body) {
        return masking.mask(Message.of(Map.of(), "application/json", body)).text();
    }
}
