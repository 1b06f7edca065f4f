package accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.subethamail.smtp.client.SmartClient;

/** The accounts behave as those of real providers do. */
class AccountsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "Bearer sk_test_shop";

    private final TestClock clock = new TestClock();
    private final Accounts accounts =
            Accounts.start(new Arguments("127.0.0.1", 0, 0, Optional.empty(), false), Secrets.from(Map.of()), clock);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        accounts.close();
    }

    @Test
    void the_server_says_that_it_is_there() {
        assertThat(get("/health").statusCode()).isEqualTo(200);
    }

    @Test
    void a_refund_under_a_used_key_is_the_first_one_again() {
        JsonNode first = body(post("/payments/v1/refunds", "{\"amount\": 2500}", "Idempotency-Key", "k-1"));
        JsonNode again = body(post("/payments/v1/refunds", "{\"amount\": 2500}", "Idempotency-Key", "k-1"));

        assertThat(again).isEqualTo(first);
        assertThat(refunds("").path("data")).hasSize(1);
    }

    @Test
    void another_refund_under_a_used_key_is_refused() {
        post("/payments/v1/refunds", "{\"amount\": 2500}", "Idempotency-Key", "k-1");

        assertThat(post("/payments/v1/refunds", "{\"amount\": 2600}", "Idempotency-Key", "k-1")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_refund_is_pending_before_it_succeeds() {
        post("/payments/v1/refunds", "{\"amount\": 2500}");

        assertThat(refunds("").at("/data/0/status").asText()).isEqualTo("pending");
        clock.advance(Duration.ofMillis(300));
        assertThat(refunds("").at("/data/0/status").asText()).isEqualTo("succeeded");
    }

    @Test
    void refunds_are_listed_page_by_page_from_the_newest_on() {
        for (int i = 1; i <= 5; i++) {
            post("/payments/v1/refunds", "{\"amount\": " + i + "}");
        }

        JsonNode first = refunds("?limit=3");
        JsonNode second =
                refunds("?limit=3&starting_after=" + first.at("/data/2/id").asText());

        assertThat(first.path("data").findValuesAsText("amount")).containsExactly("5", "4", "3");
        assertThat(first.path("has_more").asBoolean()).isTrue();
        assertThat(second.path("data").findValuesAsText("amount")).containsExactly("2", "1");
        assertThat(second.path("has_more").asBoolean()).isFalse();
    }

    @Test
    void the_listing_tells_the_key_and_the_correlation_id_of_each_request() {
        post("/payments/v1/refunds", "{}", "Idempotency-Key", "k-1", "X-Correlation-Id", "c-1");

        assertThat(refunds("").at("/data/0/request").toString())
                .isEqualTo("{\"idempotency_key\":\"k-1\",\"correlation_id\":\"c-1\"}");
    }

    @Test
    void refunds_are_listed_to_the_account_s_key_alone() {
        assertThat(get("/payments/v1/refunds").statusCode()).isEqualTo(401);
        assertThat(get("/payments/v1/refunds", "Authorization", KEY + "x").statusCode())
                .isEqualTo(401);
    }

    @Test
    void contacts_are_listed_from_the_oldest_on_with_a_cursor_for_the_next_page() {
        for (String email : new String[] {"a@x.test", "b@x.test", "c@x.test"}) {
            post("/crm/v1/contacts", "{\"email\": \"" + email + "\"}");
        }
        String token = token();

        JsonNode first = body(get("/crm/v3/objects/contacts?limit=2", "Authorization", token));
        JsonNode second = body(get(
                "/crm/v3/objects/contacts?limit=2&after="
                        + first.at("/paging/next/after").asText(),
                "Authorization",
                token));

        assertThat(first.path("results").findValuesAsText("email")).containsExactly("a@x.test", "b@x.test");
        assertThat(second.path("results").findValuesAsText("email")).containsExactly("c@x.test");
        assertThat(second.has("paging")).isFalse();
    }

    @Test
    void a_token_of_the_crm_expires() {
        String token = token();

        assertThat(get("/crm/v3/objects/contacts", "Authorization", token).statusCode())
                .isEqualTo(200);
        clock.advance(Duration.ofSeconds(31));
        assertThat(get("/crm/v3/objects/contacts", "Authorization", token).statusCode())
                .isEqualTo(401);
    }

    @Test
    void whoever_reads_the_crm_too_often_is_told_when_to_come_back() {
        String token = token();
        for (int i = 0; i < 20; i++) {
            get("/crm/v3/objects/contacts", "Authorization", token);
        }

        HttpResponse<String> refused = get("/crm/v3/objects/contacts", "Authorization", token);
        HttpResponse<String> other = get("/crm/v3/objects/contacts", "Authorization", token());
        clock.advance(Duration.ofSeconds(1));

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(get("/crm/v3/objects/contacts", "Authorization", token).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_subscription_is_changed_with_a_token_only() {
        assertThat(post("/billing/v1/subscriptions/b-1/upgrade", "{}").statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_webhook_that_is_not_signed_is_refused() {
        assertThat(post("/fulfilment/v1/webhooks", "{}").statusCode()).isEqualTo(401);
        assertThat(post("/fulfilment/v1/webhooks", "{}", "Shop-Signature", "t=1763740000,v1=" + "0".repeat(64))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void what_other_accounts_hold_is_listed_as_it_was_sent() {
        post("/support/v1/notifications", "{\"type\": \"refund_failed\"}", "X-Correlation-Id", "c-1");

        JsonNode listed = body(get("/support/v1/notifications"));

        assertThat(listed.at("/items/0/type").asText()).isEqualTo("refund_failed");
        assertThat(listed.at("/items/0/meta/correlation_id").asText()).isEqualTo("c-1");
        assertThat(listed.at("/items/0/meta/created_at").asText()).isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void mails_are_listed_decoded_to_those_who_have_the_key() throws IOException {
        SmartClient smtp = SmartClient.createAndConnect("127.0.0.1", accounts.smtpPort(), "localhost");
        smtp.from("shop@example.test");
        smtp.to("ada@example.test");
        smtp.dataStart();
        smtp.dataWrite(("From: Shop <shop@example.test>\r\nSubject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=\r\n\r\n"
                        + "Follow http://shop.test/activate?token=abc.\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        smtp.dataEnd();
        smtp.quit();

        JsonNode mail =
                body(get("/mail/v1/messages", "X-Api-Key", "key_mail_shop")).at("/messages/0");

        assertThat(get("/mail/v1/messages").statusCode()).isEqualTo(401);
        assertThat(mail.path("subject").asText()).isEqualTo("Gr\u00fc\u00dfe");
        assertThat(mail.at("/to/0").asText()).isEqualTo("ada@example.test");
        assertThat(mail.at("/links/0").asText()).isEqualTo("http://shop.test/activate?token=abc");
        assertThat(mail.path("received_at").asText()).isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void what_is_no_json_is_refused() {
        assertThat(post("/support/v1/notifications", "a letter").statusCode()).isEqualTo(400);
    }

    private String token() {
        return "Bearer "
                + body(post(
                                "/crm/oauth/token",
                                "{\"grant_type\": \"client_credentials\", \"client_id\": \"handoff\","
                                        + " \"client_secret\": \"what the specs show the CRM\"}"))
                        .path("access_token")
                        .asText();
    }

    private JsonNode refunds(String query) {
        return body(get("/payments/v1/refunds" + query, "Authorization", KEY));
    }

    private HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    private HttpResponse<String> post(String path, String body, String... headers) {
        return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + accounts.port() + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode body(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class TestClock extends Clock {

        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
