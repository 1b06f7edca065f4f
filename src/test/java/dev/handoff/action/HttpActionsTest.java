package dev.handoff.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handoff.action.TinyApplication.Received;
import dev.handoff.journal.ActionStarted;
import dev.handoff.journal.Exchanged;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.journal.KeyLearned;
import dev.handoff.sandbox.Written;
import dev.handoff.vocabulary.ActionSpec;
import dev.handoff.vocabulary.PageStep;
import dev.handoff.vocabulary.Place;
import dev.handoff.vocabulary.RequestLine;
import dev.handoff.vocabulary.Template;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpActionsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> HTML = Map.of("Content-Type", "text/html");

    private final TinyApplication application = new TinyApplication();
    private final Written written = new Written();
    private final Journal journal =
            new Journal(new JournalSettings(Map.of("refund_id", List.of()), Set.of("pin")), written);
    private final String scenario =
            journal.startScenario("a scenario", "a.feature", 1, List.of()).scenario();
    private final Map<String, Object> known = new HashMap<>();
    private final HttpActions actions = actions(application.url());

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void aRequestCarriesCorrelationIdTraceContextAndBaggage() {
        perform(get("/a"));

        Received request = application.last();
        assertThat(request.header("X-Correlation-Id")).contains(scenario);
        assertThat(request.header("baggage")).contains("correlation-id=" + scenario);
        String traceparent = request.header("traceparent").orElseThrow();
        assertThat(traceparent).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(traceparent.substring(3, 35)).isEqualTo(scenario.replace("-", ""));
        assertThat(traceparent.substring(36, 52)).isNotEqualTo("0".repeat(16));
        perform(get("/b"));
        assertThat(application.last().header("traceparent").orElseThrow().substring(36))
                .as("a span of its own")
                .isNotEqualTo(traceparent.substring(36));
    }

    /** The digits are what {@code openssl dgst -sha256 -hmac} says. */
    @Test
    void aSignedRequestCarriesTheSignatureOfItsBodyAsSent() {
        known.put("secret", "It's a Secret to Everybody");
        perform(action(new ActionSpec.Request(
                line("POST", "/webhooks"),
                Map.of(),
                Map.of(),
                Optional.of(tree("{\"paid\":\"${paid:-Jörg}\"}")),
                Map.of(),
                Optional.of(new ActionSpec.Signature("X-Signature", Template.of("${secret}"), "sha256=")),
                Map.of())));
        assertThat(application.last().header("X-Signature"))
                .contains("sha256=96399cff9bf2a6bf2e7994e85b47eb2ba2f8a2bbf1e4c212015c20f250d09c06");
    }

    @Test
    void aJsonBodyKeepsTheTypesOfValues() throws Exception {
        known.put("count", 3);
        known.put("price", new BigDecimal("1.50"));
        known.put("gift", true);
        known.put("order", JSON.readTree("{\"id\":7}"));
        known.put("name", "Jörg \"J\"");
        perform(post(
                "/orders",
                "{\"count\":\"${count}\",\"price\":\"${price}\",\"gift\":\"${gift}\",\"order\":\"${order}\","
                        + "\"text\":\"${count} for ${name}\",\"fixed\":[1,null,\"x\"],\"other\":\"${other:-none}\"}"));

        Received request = application.last();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.header("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(request.body())
                .isEqualTo("{\"count\":3,\"price\":1.50,\"gift\":true,\"order\":{\"id\":7},"
                        + "\"text\":\"3 for Jörg \\\"J\\\"\",\"fixed\":[1,null,\"x\"],\"other\":\"none\"}");
    }

    @Test
    void moneyIsAvailableInItsParts() {
        actions.perform(
                post(
                        "/refunds",
                        "{\"minor\":\"${amount.minor}\",\"major\":\"${amount.major}\",\"currency\":\"${amount.currency}\","
                                + "\"text\":\"${amount}\"}"),
                Map.of("amount", Money.parse("25.00 USD")),
                "a refund of 25.00 USD");

        assertThat(application.last().body())
                .isEqualTo("{\"minor\":2500,\"major\":25.00,\"currency\":\"USD\",\"text\":\"25.00 USD\"}");
    }

    @Test
    void aFormIsEncoded() {
        known.put("name", "Jörg & Söhne");
        perform(action(new ActionSpec.Request(
                line("POST", "/orders"),
                Map.of(),
                Map.of(),
                Optional.empty(),
                templates("name", "${name}", "items[0]", "a b=c"),
                Map.of())));

        assertThat(application.last().header("Content-Type").orElseThrow())
                .startsWith("application/x-www-form-urlencoded");
        assertThat(application.last().body()).isEqualTo("name=J%C3%B6rg+%26+S%C3%B6hne&items%5B0%5D=a+b%3Dc");
    }

    @Test
    void queryParametersAndHeadersAreFilledInAndAddressesEncodedOnce() {
        known.put("name", "Jörg & Söhne");
        known.put("tenant", "t-1");
        known.put("next", "/orders/a%20b?page=2");
        perform(action(new ActionSpec.Request(
                line("GET", "${next}"),
                templates("X-Tenant", "${tenant}"),
                templates("name", "${name}", "plus", "1+1"),
                Optional.empty(),
                Map.of(),
                Map.of())));

        assertThat(application.last().header("X-Tenant")).contains("t-1");
        assertThat(application.last().target())
                .isIn(
                        "/orders/a%20b?page=2&name=J%C3%B6rg%20%26%20S%C3%B6hne&plus=1%2B1",
                        "/orders/a%20b?page=2&name=J%C3%B6rg+%26+S%C3%B6hne&plus=1%2B1");
        assertThat(written.all(Exchanged.class).get(0).url())
                .as("what is on record")
                .isEqualTo(application.url() + application.last().target());
    }

    @Test
    void aValueWithSpacesMayStandInAPath() {
        known.put("name", "Jörg {x}");
        perform(get("/customers/${name}"));

        assertThat(application.last().target()).isEqualTo("/customers/J%C3%B6rg%20%7Bx%7D");
    }

    @Test
    void valuesAreRememberedFromTheAnswer() {
        application.answers(
                "/refunds",
                202,
                Map.of(
                        "Content-Type",
                        "application/problem+json",
                        "Location",
                        "/refunds/re_1",
                        "Set-Cookie",
                        "session=s3cr3t; Path=/; HttpOnly"),
                "{\"refund_id\":\"re_1\",\"amount\":2500,\"lines\":[{\"sku\":\"Größe\"}],\"nothing\":null}");
        known.put("tenant", "t-1");
        perform(action(new ActionSpec.Request(
                line("POST", "/refunds"),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Map.of(),
                Map.of(
                        "refund_id",
                        "$.refund_id",
                        "amount",
                        "$.amount",
                        "sku",
                        "$.lines[0].sku",
                        "nothing",
                        "$.nothing",
                        "where",
                        "header Location",
                        "session",
                        "cookie session",
                        "code",
                        "status",
                        "both",
                        "${tenant}/x"))));

        assertThat(known)
                .containsEntry("where", "/refunds/re_1")
                .containsEntry("session", "s3cr3t")
                .containsEntry("code", 202)
                .containsEntry("both", "t-1/x")
                .doesNotContainKey("nothing");
        assertThat(written.all(KeyLearned.class)).anySatisfy(key -> {
            assertThat(key.name()).isEqualTo("refund_id");
            assertThat(key.value()).isEqualTo("re_1");
        });
        perform(action(
                request("GET", "/refunds/${refund_id}"),
                new ActionSpec.Request(
                        line("POST", "${where}/lines/${amount}"),
                        templates("X-Refund", "${refund_id}"),
                        Map.of(),
                        Optional.of(tree("{\"amount\":\"${amount}\",\"refund\":\"${refund_id}\",\"sku\":\"${sku}\"}")),
                        Map.of(),
                        Map.of())));
        assertThat(application.received().get(1).target()).isEqualTo("/refunds/re_1");
        assertThat(application.last().target()).isEqualTo("/refunds/re_1/lines/2500");
        assertThat(application.last().header("X-Refund")).contains("re_1");
        assertThat(application.last().body()).isEqualTo("{\"amount\":2500,\"refund\":\"re_1\",\"sku\":\"Größe\"}");
    }

    @Test
    void cookiesAreKeptBetweenActions() {
        application.answers("/login", 200, Map.of("Set-Cookie", "session=s3cr3t; Path=/"), "");
        perform(post("/login", "{}"));
        perform(get("/account"));

        assertThat(application.last().header("Cookie")).contains("session=s3cr3t");
    }

    @Test
    void anActionFollowsNoRedirect() {
        application.answers("/old", 302, Map.of("Location", "/new"), "");
        perform(get("/old"));

        assertThat(application.received()).extracting(Received::target).containsExactly("/old");
        assertThat(written.all(Exchanged.class).get(0).status()).isEqualTo(302);
        assertThat(written.all(Exchanged.class).get(0).onTheWay()).isFalse();
    }

    @Test
    void aLinkIsFollowedThroughRedirectsAndTheCookiesOnTheWayAreKept() {
        application.answers(
                "/confirm", 302, Map.of("Location", "/welcome", "Set-Cookie", "session=s3cr3t; Path=/"), "");
        actions.follow(application.url() + "/confirm?token=a%20b%2Bc&x=1", "the customer follows the link");

        assertThat(application.received())
                .extracting(Received::target)
                .containsExactly("/confirm?token=a%20b%2Bc&x=1", "/welcome");
        assertThat(written.all(Exchanged.class)).extracting(Exchanged::onTheWay).containsExactly(true, false);
        assertThat(application.last().header("Cookie")).contains("session=s3cr3t");
        assertThat(written.all(ActionStarted.class))
                .extracting(ActionStarted::name)
                .containsExactly(HttpActions.LINK);
        perform(get("/account"));
        assertThat(application.last().header("Cookie")).as("later").contains("session=s3cr3t");
    }

    @Test
    void whoPostsAFormIsLedToThePageThatFollows() {
        application.answers(
                "/start",
                200,
                HTML,
                "<form id='signup' method='post' action='/signup?code=1'><input name='email'>"
                        + "<input type='hidden' name='csrf' value='t'></form>");
        application.answers("/signup", 302, Map.of("Location", "/done"), "");
        application.answers("/done", 200, HTML, "<title>Almost done</title><a href='/resend'>Send it again</a>");
        perform(action(
                request("GET", "/start"),
                onPage(new PageStep.Submit(Template.of("signup")), templates("email", "ada@example.com"))));

        assertThat(application.received())
                .extracting(Received::method, Received::target, Received::body)
                .containsExactly(
                        tuple("GET", "/start", ""),
                        tuple("POST", "/signup?code=1", "csrf=t&email=ada%40example.com"),
                        tuple("GET", "/done", ""));
        assertThat(written.all(Exchanged.class)).extracting(Exchanged::onTheWay).containsExactly(true, true, false);
        perform(post("/api/ping", "{}"));
        perform(action(onPage(new PageStep.Click(Template.of("Send it again")), Map.of())));
        assertThat(application.last().target())
                .as("what is no page leaves the page as it is")
                .isEqualTo("/resend");
    }

    @Test
    void aRequestThatFollowsRedirectsKeepsItsMethodOnlyIfItIsToldTo() {
        application.answers("/a", 307, Map.of("Location", "/b"), "");
        application.answers("/b", 303, Map.of("Location", "/c"), "");
        perform(action(new ActionSpec.Request(
                line("POST", "/a"),
                Map.of(),
                Map.of(),
                Optional.of(tree("{}")),
                Map.of(),
                Optional.empty(),
                Map.of("code", "status"),
                Optional.empty(),
                Optional.empty(),
                true)));

        assertThat(application.received())
                .extracting(Received::method, Received::target, Received::body)
                .containsExactly(tuple("POST", "/a", "{}"), tuple("POST", "/b", "{}"), tuple("GET", "/c", ""));
        assertThat(known).containsEntry("code", 200);
    }

    @Test
    void withoutAPageNothingCanBeSubmitted() {
        perform(get("/a"));
        assertThatThrownBy(() -> perform(action(onPage(new PageStep.Submit(Template.of("signup")), Map.of()))))
                .isInstanceOf(ActionFailed.class)
                .hasMessage("there is no page yet on which \"signup\" could be submitted: nothing before it in this"
                        + " scenario was answered with HTML");
    }

    @Test
    void redirectsThatDoNotEndAreSaid() {
        application.answers("/loop", 303, Map.of("Location", "/loop"), "");

        assertThatThrownBy(() -> actions.follow(application.url() + "/loop", "the link"))
                .isInstanceOf(ActionFailed.class)
                .hasMessage("more than 20 redirects, one after the other");
    }

    @Test
    void aRepeatedActionSendsTheIdenticalRequests() {
        perform(action(new ActionSpec.Request(
                line("POST", "/refunds"),
                templates("Idempotency-Key", "${fresh}"),
                templates("q", "${fresh}"),
                Optional.of(tree("{\"id\":\"${fresh}\"}")),
                Map.of(),
                Map.of())));
        actions.repeat("the customer sends it again");

        assertThat(application.received()).hasSize(2);
        Received first = application.received().get(0);
        Received second = application.received().get(1);
        assertThat(second.header("Idempotency-Key")).isEqualTo(first.header("Idempotency-Key"));
        assertThat(second.target()).isEqualTo(first.target());
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(written.all(ActionStarted.class))
                .extracting(ActionStarted::name)
                .containsExactly("the action", "the repeated the action");
    }

    @Test
    void repeatingAtOnceSendsExactlySoManyRequestsAndKeepsEachOnRecord() {
        perform(post("/refunds", "{\"id\":\"${fresh}\"}"));
        actions.repeatAtOnce(20, "the customer clicks 20 times");

        assertThat(application.received()).hasSize(21);
        assertThat(application.received())
                .extracting(Received::body)
                .containsOnly(application.last().body());
        ActionStarted repeated = written.all(ActionStarted.class).get(1);
        assertThat(written.all(Exchanged.class))
                .filteredOn(exchange -> exchange.action() == repeated.index())
                .hasSize(20);
    }

    @Test
    void withoutAnActionThereIsNothingToRepeat() {
        assertThatThrownBy(() -> actions.repeat("again"))
                .isInstanceOf(ActionFailed.class)
                .hasMessage("there is no request before this step that could be sent again");
        assertThatThrownBy(() -> actions.repeatAtOnce(2, "again")).isInstanceOf(ActionFailed.class);
    }

    @Test
    void whenNobodyAnswersTheActionFailsInOneSentenceAndOnRecord() {
        application.close();

        assertThatThrownBy(() -> perform(get("/orders?token=s3cr3t-value")))
                .isInstanceOf(ActionFailed.class)
                .hasMessageMatching(
                        "no answer to GET " + application.url() + "/orders\\?token=masked-\\w+: .*refused.*")
                .message()
                .doesNotContain("\n");
        Exchanged exchange = written.all(Exchanged.class).get(0);
        assertThat(exchange.status()).isZero();
        assertThat(exchange.answer()).isNull();
        assertThat(exchange.failure()).contains("refused");
    }

    @Test
    void whenNobodyAnswersManyAtOnceTheActionFailsInTheSameSentence() {
        perform(get("/orders"));
        application.close();

        assertThatThrownBy(() -> actions.repeatAtOnce(5, "again"))
                .isInstanceOf(ActionFailed.class)
                .hasMessageStartingWith("no answer to GET " + application.url() + "/orders: ");
    }

    @Test
    void aMissingValueIsSaidInOneSentenceAndNothingIsSent() {
        assertThatThrownBy(() -> actions.perform(post("/refunds", "{\"id\":\"${order_id}\"}"), Map.of(), "a refund"))
                .isInstanceOf(ActionFailed.class)
                .hasMessage(
                        "\"a refund\" needs a value for ${order_id}, and nothing before it in this scenario gave one");
        assertThat(application.received()).isEmpty();
    }

    @Test
    void anExchangeIsOnRecordWithoutItsSecrets() {
        application.answers(
                "/login",
                200,
                Map.of("Content-Type", "application/json", "Set-Cookie", "session=s3cr3t-cookie"),
                "{\"access_token\":\"s3cr3t-token\",\"user\":\"u-1\"}");
        perform(action(new ActionSpec.Request(
                line("POST", "/login?api_key=s3cr3t-key"),
                templates("Authorization", "Bearer s3cr3t-bearer"),
                templates("token", "s3cr3t-query"),
                Optional.of(tree("{\"password\":\"s3cr3t-password\",\"pin\":4711,\"user\":\"u-1\"}")),
                Map.of(),
                Map.of("token", "$.access_token"))));

        Exchanged exchange = written.all(Exchanged.class).get(0);
        assertThat(exchange.toString()).doesNotContain("s3cr3t").doesNotContain("4711");
        assertThat(exchange.method()).isEqualTo("POST");
        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.request().tree().path("user").asText()).isEqualTo("u-1");
        assertThat(exchange.answer().tree().path("user").asText()).isEqualTo("u-1");
        assertThat(exchange.request().header("X-Correlation-Id")).contains(scenario);
        assertThat(exchange.sent()).isBeforeOrEqualTo(exchange.at());
        assertThat(known).as("what is used later").containsEntry("token", "s3cr3t-token");
        assertThat(application.last().header("Authorization")).contains("Bearer s3cr3t-bearer");
    }

    @Test
    void anAnswerWithoutACharsetIsReadAsUtf8() {
        application.answers("/a", 200, Map.of("Content-Type", "text/plain"), "Größe");
        application.answers("/b", 200, Map.of("Content-Type", "application/vnd.shop+json"), "{\"a\":\"Größe\"}");
        application.answers("/c", 200, Map.of(), "Größe");
        application.answers("/d", 404, Map.of("Content-Type", "text/html"), "<p>Größe</p>");
        List.of("/a", "/b", "/c", "/d").forEach(path -> perform(get(path)));

        assertThat(written.all(Exchanged.class))
                .extracting(exchange -> exchange.answer().text())
                .containsExactly("Größe", "{\"a\":\"Größe\"}", "Größe", "<p>Größe</p>");
    }

    private HttpActions actions(String url) {
        Values values =
                name -> name.equals("fresh") ? Optional.of(UUID.randomUUID()) : Optional.ofNullable(known.get(name));
        return new HttpActions(scenario, journal, url, "X-Correlation-Id", values, known::put);
    }

    private void perform(ActionSpec action) {
        actions.perform(action, Map.of(), "the step");
    }

    private static ActionSpec get(String target) {
        return action(request("GET", target));
    }

    private static ActionSpec post(String target, String body) {
        return action(new ActionSpec.Request(
                line("POST", target), Map.of(), Map.of(), Optional.of(tree(body)), Map.of(), Map.of()));
    }

    private static ActionSpec.Request request(String method, String target) {
        return new ActionSpec.Request(line(method, target), Map.of(), Map.of(), Optional.empty(), Map.of(), Map.of());
    }

    private static ActionSpec.Request onPage(PageStep step, Map<String, Template> form) {
        return new ActionSpec.Request(
                line("GET", "/"),
                Map.of(),
                Map.of(),
                Optional.empty(),
                form,
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.of(step),
                false);
    }

    private static ActionSpec action(ActionSpec.Request... requests) {
        return new ActionSpec(
                "the customer acts",
                "the customer acts",
                List.of(),
                Optional.of("the action"),
                List.of(requests),
                false,
                new Place("handoff.yaml", 1, 1));
    }

    private static RequestLine line(String method, String target) {
        return new RequestLine(method, Template.of(target));
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException noJson) {
            throw new IllegalArgumentException(noJson);
        }
    }

    private static Map<String, Template> templates(String... pairs) {
        Map<String, Template> templates = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            templates.put(pairs[i], Template.of(pairs[i + 1]));
        }
        return templates;
    }
}
