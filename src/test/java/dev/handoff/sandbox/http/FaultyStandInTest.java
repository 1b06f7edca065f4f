package dev.handoff.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handoff.fault.AcceptsButAnswers;
import dev.handoff.fault.AcceptsButDropsConnection;
import dev.handoff.fault.AcceptsButNeverAnswers;
import dev.handoff.fault.AllowsRequests;
import dev.handoff.fault.AnswersStatus;
import dev.handoff.fault.AnswersWithError;
import dev.handoff.fault.DropsConnection;
import dev.handoff.fault.DropsField;
import dev.handoff.fault.FaultPlan;
import dev.handoff.fault.Hangs;
import dev.handoff.fault.MissesScope;
import dev.handoff.fault.NextRequests;
import dev.handoff.fault.RejectsCredentials;
import dev.handoff.fault.Stricter;
import dev.handoff.fault.TakesTime;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Disposition;
import dev.handoff.journal.ExchangeEnded;
import dev.handoff.journal.FaultFired;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.sandbox.Probe;
import dev.handoff.sandbox.Written;
import dev.handoff.vocabulary.SystemSpec;
import dev.handoff.vocabulary.SystemSpec.Endpoint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each misbehaviour over a real connection: what the caller sees, and what is on record. */
class FaultyStandInTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final NextRequests NEXT = NextRequests.of(1);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Written written = new Written();
    private final List<String> heldAgainstContracts = new CopyOnWriteArrayList<>();
    private final Journal journal = new Journal(
            new JournalSettings(Map.of("email", List.of()), Set.of(), Set.of(), (effect, content) -> {
                heldAgainstContracts.add(content.text());
                return Optional.empty();
            }),
            written);
    private final FaultPlan faults = new FaultPlan("payments", journal);
    private final String mine =
            journal.startScenario("mine", "a.feature", 1, List.of()).scenario();
    private final String others =
            journal.startScenario("others", "a.feature", 9, List.of()).scenario();
    private StandInServer server;
    private Probe payments;

    @BeforeEach
    void serve() throws Exception {
        server = new StandInServer(journal);
        payments = server.serve(
                new SystemSpec.Http(
                        "payments",
                        Optional.empty(),
                        Optional.of("Idempotency-Key"),
                        Optional.empty(),
                        false,
                        List.of(
                                new Endpoint(
                                        "POST",
                                        "/refunds",
                                        Optional.of("refund"),
                                        Optional.empty(),
                                        201,
                                        Map.of(),
                                        Optional.of(
                                                JSON.readTree(
                                                        "{\"id\":\"re_${sequence}\",\"campaign\":\"${request.body.campaign}\"}"))),
                                new Endpoint(
                                        "POST",
                                        "/payouts",
                                        Optional.of("payout"),
                                        Optional.empty(),
                                        201,
                                        Map.of(),
                                        Optional.empty()),
                                new Endpoint(
                                        "GET",
                                        "/refunds",
                                        Optional.empty(),
                                        Optional.of("refund"),
                                        200,
                                        Map.of(),
                                        Optional.empty()))),
                0,
                faults);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anAnswerThatTakesTimeComesLateThoughTheRequestHasTakenEffect() throws Exception {
        faults.plan(mine, new TakesTime(Duration.ofMillis(400), Optional.empty()));
        long before = System.nanoTime();
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(refund(mine, "k-1"), BodyHandlers.ofString());

        Captured effect = written.await(Captured.class, seen -> true);
        assertThat(answer).isNotDone();
        assertThat(effect.disposition()).isEqualTo(Disposition.ACCEPTED);
        assertThat(effect.answerStatus()).isEqualTo(201);
        assertThat(answer.join().statusCode()).isEqualTo(201);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
        assertThat(fired()).containsExactly(tuple(mine, "takes 400 ms to answer", effect.index(), true));
        assertThat(ended(effect))
                .extracting(ExchangeEnded::answered, ExchangeEnded::how)
                .containsExactly(true, "answered 201");
        assertThat(send(refund(others, "k-2")).statusCode()).isEqualTo(201);
        assertThat(written.all(FaultFired.class)).hasSize(1);
    }

    @Test
    void aConnectionStaysUsableAfterALateAnswer() throws Exception {
        faults.plan(mine, new TakesTime(Duration.ofMillis(50), Optional.of(NextRequests.of(2))));
        for (String key : List.of("k-1", "k-2", "k-3")) {
            assertThat(send(refund(mine, key)).statusCode()).isEqualTo(201);
        }
        assertThat(written.all(FaultFired.class)).hasSize(2);
    }

    /** Guards against taking a late answer for a known one when nobody was there any more to hear it. */
    @Test
    void aLateAnswerToACallerWhoHungUpReachedNobody() {
        faults.plan(mine, new TakesTime(Duration.ofMillis(300), Optional.empty()));
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(refund(mine, "k-1"), BodyHandlers.ofString());
        Captured effect = written.await(Captured.class, seen -> true);
        answer.cancel(true);

        assertThat(ended(effect))
                .extracting(ExchangeEnded::answered, ExchangeEnded::how)
                .containsExactly(false, "the caller had hung up");
    }

    @Test
    void aDroppedConnectionTookNothingIn() throws Exception {
        faults.plan(mine, new DropsConnection(2));

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> send(refund(mine, "k-1")))
                    .isInstanceOf(IOException.class)
                    .hasMessageMatching("(?i).*(reset|header parser received no bytes).*");
        }
        assertThat(send(refund(mine, "k-1")).statusCode()).isEqualTo(201);
        assertThat(written.captured())
                .extracting(Captured::disposition, Captured::answerStatus, Captured::answer)
                .startsWith(tuple(Disposition.REJECTED, 0, null), tuple(Disposition.REJECTED, 0, null));
        assertThat(listed()).hasSize(1);
    }

    @Test
    void aHangIsHeldUntilTheCallerGivesUpAndTakesNothingIn() throws Exception {
        faults.plan(mine, new Hangs(NEXT));

        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(refund(mine, "k-1"), BodyHandlers.ofString());
        Captured attempt = written.await(Captured.class, seen -> true);
        assertThat(send(refund(others, "k-2")).statusCode()).isEqualTo(201);
        assertThat(answer).isNotDone();
        assertThat(written.all(ExchangeEnded.class)).isEmpty();
        answer.cancel(true);

        assertThat(attempt.disposition()).isEqualTo(Disposition.REJECTED);
        assertThat(attempt.answerStatus()).isZero();
        assertThat(ended(attempt))
                .extracting(ExchangeEnded::answered, ExchangeEnded::how)
                .containsExactly(false, "the caller hung up");
        assertThat(listed()).hasSize(1);
    }

    @Test
    void whatIsAcceptedButNeverAnsweredIsOneEffectWhenTheKeyIsUsedAgain() throws Exception {
        faults.plan(mine, new AcceptsButNeverAnswers(NEXT));

        lose(refund(mine, "k-1"));
        HttpResponse<String> again = send(refund(mine, "k-1"));

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(JSON.readTree(again.body()).path("id").asText())
                .as("the first answer")
                .isEqualTo("re_1");
        assertThat(written.captured())
                .extracting(Captured::disposition, Captured::answerStatus)
                .containsExactly(tuple(Disposition.UNCONFIRMED, 0), tuple(Disposition.REPLAYED, 201));
        assertThat(written.captured()).filteredOn(Captured::isEffect).hasSize(1);
        assertThat(listed()).hasSize(1);
    }

    @Test
    void whatIsAcceptedButNeverAnsweredIsTwoEffectsWithANewKey() throws Exception {
        faults.plan(mine, new AcceptsButNeverAnswers(NEXT));

        lose(refund(mine, "k-1"));
        send(refund(mine, "k-2"));

        assertThat(written.captured())
                .extracting(Captured::disposition)
                .containsExactly(Disposition.UNCONFIRMED, Disposition.ACCEPTED);
        assertThat(listed()).hasSize(2);
    }

    /** Guards against settling while whoever sent it has not learned that it was accepted before. */
    @Test
    void aRepeatThatIsNotAnsweredEitherIsNoEffectAndStillUntold() throws Exception {
        faults.plan(mine, new AcceptsButNeverAnswers(NextRequests.of(2)));

        lose(refund(mine, "k-1"));
        lose(refund(mine, "k-1"));

        assertThat(written.captured())
                .extracting(Captured::disposition)
                .containsExactly(Disposition.UNCONFIRMED, Disposition.REJECTED);
    }

    @Test
    void whatIsAcceptedButAnsweredWithAnErrorIsAnEffectWithThatAnswer() throws Exception {
        faults.plan(mine, new AcceptsButAnswers(500, NEXT));

        assertThat(send(refund(mine, "k-1")).statusCode()).isEqualTo(500);
        assertThat(send(refund(mine, "k-1")).statusCode()).isEqualTo(201);

        assertThat(written.captured())
                .extracting(Captured::disposition, Captured::answerStatus)
                .containsExactly(tuple(Disposition.UNCONFIRMED, 500), tuple(Disposition.REPLAYED, 201));
    }

    @Test
    void whatIsAcceptedBeforeTheConnectionIsDroppedIsAnEffect() throws Exception {
        faults.plan(mine, new AcceptsButDropsConnection(NEXT));

        assertThatThrownBy(() -> send(refund(mine, "k-1"))).isInstanceOf(IOException.class);

        assertThat(written.capture().disposition()).isEqualTo(Disposition.UNCONFIRMED);
        assertThat(listed()).hasSize(1);
    }

    @Test
    void anErrorUnderA200TookNothingIn() throws Exception {
        faults.plan(mine, new AnswersWithError(Optional.empty(), NEXT));
        faults.plan(mine, new AnswersWithError(Optional.of("{\"ok\":false}"), NEXT));

        HttpResponse<String> first = send(refund(mine, "k-1"));
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(first.body()).at("/error/code").asText()).isEqualTo("temporarily_unavailable");
        assertThat(send(refund(mine, "k-1")).body()).isEqualTo("{\"ok\":false}");

        assertThat(written.captured())
                .extracting(Captured::disposition, Captured::answerStatus)
                .containsOnly(tuple(Disposition.REJECTED, 200));
        assertThat(listed()).isEmpty();
    }

    @Test
    void whatComesBeyondALimitIsAnsweredWithTheTimeToWait() throws Exception {
        faults.plan(mine, new AllowsRequests(2, Duration.ofMinutes(1), "minute"));

        assertThat(send(refund(mine, "k-1")).statusCode()).isEqualTo(201);
        assertThat(send(refund(mine, "k-2")).statusCode()).isEqualTo(201);
        HttpResponse<String> refused = send(refund(mine, "k-3"));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 60);
        assertThat(send(refund(others, "k-4")).statusCode()).isEqualTo(201);
        assertThat(written.all(FaultFired.class)).hasSize(1);
    }

    @Test
    void credentialsAreRejectedUntilOthersAreShown() throws Exception {
        faults.plan(mine, new RejectsCredentials());

        HttpResponse<String> refused = send(refund(mine, "k-1", "Authorization", "Bearer old"));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer error=\"invalid_token\""));
        assertThat(send(refund(mine, "k-1")).statusCode()).as("without").isEqualTo(401);
        assertThat(send(refund(mine, "k-1", "Authorization", "Bearer old")).statusCode())
                .isEqualTo(401);
        assertThat(send(refund(mine, "k-1", "Authorization", "Bearer new")).statusCode())
                .isEqualTo(201);
        assertThat(send(refund(mine, "k-2", "Authorization", "Bearer old")).statusCode())
                .as("the old ones once more")
                .isEqualTo(401);
        assertThat(send(refund(others, "k-3", "Authorization", "Bearer old")).statusCode())
                .isEqualTo(201);
    }

    @Test
    void aMissingScopeIsNamed() throws Exception {
        faults.plan(mine, new MissesScope("refunds:write"));

        HttpResponse<String> refused = send(refund(mine, "k-1"));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("WWW-Authenticate"))
                .contains("Bearer error=\"insufficient_scope\", scope=\"refunds:write\"");
    }

    @Test
    void aStricterSystemNamesTheFieldThatItMisses() throws Exception {
        faults.plan(mine, Stricter.requiring("postcode"));
        faults.plan(mine, Stricter.matching("postcode", "\\d{5}"));

        HttpResponse<String> refused = send(refund(mine, "k-1"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(refused.body()).at("/errors/0/field").asText()).isEqualTo("postcode");
        assertThat(JSON.readTree(refused.body()).at("/errors/0/detail").asText())
                .isEqualTo("is required");
        assertThat(JSON.readTree(send(post(mine, "/refunds", "{\"postcode\":\"SW1A\"}"))
                                .body())
                        .at("/errors/0/detail")
                        .asText())
                .isEqualTo("has a form that is not allowed");
        assertThat(send(post(mine, "/refunds", "{\"postcode\":\"10115\"}")).statusCode())
                .isEqualTo(201);
        assertThat(listed()).hasSize(1);
    }

    @Test
    void aDroppedFieldIsNeitherKeptNorAnsweredAndTheJournalHoldsWhatItHeld() throws Exception {
        faults.plan(mine, new DropsField("campaign"));

        HttpResponse<String> answer =
                send(post(mine, "/refunds", "{\"amount\":25.00,\"campaign\":\"spring\"}", "Idempotency-Key", "k-1"));

        assertThat(JSON.readTree(answer.body()).path("campaign").isNull()).isTrue();
        Captured effect = written.capture();
        assertThat(effect.disposition()).isEqualTo(Disposition.ACCEPTED);
        assertThat(effect.content().text()).isEqualTo("{\"amount\":25.00}");
        assertThat(effect.properties()).containsEntry("dropped.campaign", "spring");
        assertThat(heldAgainstContracts)
                .as("what was sent, for the application kept its contract")
                .containsExactly("{\"amount\":25.00,\"campaign\":\"spring\"}");
        assertThat(listed().get(0).path("campaign").asText(null)).isNull();
        assertThat(send(post(mine, "/refunds", "{\"amount\":25.00,\"campaign\":\"spring\"}", "Idempotency-Key", "k-1"))
                        .statusCode())
                .as("the same request under its key")
                .isEqualTo(201);
        assertThat(written.captured().get(1).disposition()).isEqualTo(Disposition.REPLAYED);
    }

    @Test
    void aDroppedFieldMayBeDeepOrOfAForm() throws Exception {
        faults.plan(mine, new DropsField("lines[0].sku"));
        faults.plan(mine, new DropsField("note"));

        send(post(mine, "/refunds", "{\"lines\":[{\"sku\":\"A\",\"n\":1},{\"sku\":\"B\"}]}"));
        send(post(
                mine,
                "/refunds",
                "a=1+%26&note=x&a=2",
                "Content-Type",
                "application/x-www-form-urlencoded; charset=utf-8"));

        assertThat(written.captured())
                .extracting(seen -> seen.content().text())
                .containsExactly("{\"lines\":[{\"n\":1},{\"sku\":\"B\"}]}", "a=1+%26&a=2");
    }

    /** Guards against losing an effect's scenario together with the field that names it. */
    @Test
    void whatTheDroppedFieldHeldStillLeadsBackToTheScenario() throws Exception {
        journal.learn(mine, "email", "ann@example.test");
        faults.plan(mine, new DropsField("email"));

        send(post(null, "/refunds", "{\"email\":\"ann@example.test\",\"amount\":1}"));

        assertThat(written.capture().content().text()).isEqualTo("{\"amount\":1}");
        assertThat(written.capture().claims()).singleElement().satisfies(claim -> assertThat(claim.scenario())
                .isEqualTo(mine));
    }

    @Test
    void aFieldThatIsNotThereMeetsNothing() throws Exception {
        faults.plan(mine, new DropsField("campaign"));

        send(refund(mine, "k-1"));

        assertThat(faults.unmet(mine)).containsExactly("payments drops the field \"campaign\" silently");
    }

    @Test
    void whileItIsDownNothingOfTheScenarioGetsThrough() throws Exception {
        faults.down(mine);

        assertThatThrownBy(() -> send(refund(mine, "k-1"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> send(get(mine, "/refunds"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> send(post(mine, "/unknown", "{}"))).isInstanceOf(IOException.class);
        assertThat(send(refund(others, "k-2")).statusCode()).isEqualTo(201);
        faults.up(mine);
        assertThat(send(refund(mine, "k-1")).statusCode()).isEqualTo(201);
        assertThat(written.captured())
                .filteredOn(seen -> seen.disposition() == Disposition.REJECTED)
                .extracting(Captured::summary)
                .as("the client repeats what it may by itself")
                .contains("POST /refunds", "GET /refunds", "POST /unknown");
    }

    @Test
    void faultsOfOneEffectLetOthersPass() throws Exception {
        faults.plan(mine, new AnswersStatus(503, new NextRequests(1, Optional.of("payout"), "the next payout")));

        assertThat(send(refund(mine, "k-1")).statusCode()).isEqualTo(201);
        assertThat(send(post(mine, "/payouts", "{}")).statusCode()).isEqualTo(503);
        assertThat(send(post(mine, "/payouts", "{}")).statusCode()).isEqualTo(201);
    }

    @Test
    void aSlowSystemMayRefuseToo() throws Exception {
        faults.plan(mine, new TakesTime(Duration.ofMillis(100), Optional.empty()));
        faults.plan(mine, new AnswersStatus(503, NEXT));
        faults.plan(mine, new DropsConnection(1));

        assertThat(send(refund(mine, "k-1")).statusCode()).isEqualTo(503);
        assertThatThrownBy(() -> send(refund(mine, "k-1"))).isInstanceOf(IOException.class);
        assertThat(send(refund(mine, "k-1")).statusCode()).isEqualTo(201);
        assertThat(written.all(FaultFired.class)).hasSize(5).allMatch(FaultFired::held);
        assertThat(written.captured())
                .allSatisfy(attempt -> assertThat(ended(attempt)).isNotNull());
    }

    @Test
    void aReadThatMeetsAFaultIsAnAttemptAndNoEffect() throws Exception {
        faults.plan(mine, new AnswersStatus(503, NEXT));

        assertThat(send(get(mine, "/refunds")).statusCode()).isEqualTo(503);

        assertThat(written.capture().disposition()).isEqualTo(Disposition.REJECTED);
        assertThat(written.capture().effect()).isNull();
        assertThat(send(get(mine, "/refunds")).statusCode()).isEqualTo(200);
        assertThat(written.captured()).hasSize(1);
    }

    private void lose(HttpRequest request) {
        int before = written.captured().size();
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request, BodyHandlers.ofString());
        Captured attempt =
                written.await(Captured.class, seen -> written.captured().indexOf(seen) >= before);
        answer.cancel(true);
        ended(attempt);
    }

    private ExchangeEnded ended(Captured attempt) {
        return written.await(ExchangeEnded.class, ended -> ended.captured() == attempt.index());
    }

    private List<Tuple> fired() {
        return written.all(FaultFired.class).stream()
                .map(fired -> tuple(fired.scenario(), fired.fault(), fired.captured(), fired.held()))
                .toList();
    }

    private List<JsonNode> listed() throws Exception {
        List<JsonNode> items = new ArrayList<>();
        JSON.readTree(send(get(null, "/refunds")).body()).forEach(items::add);
        return items;
    }

    private HttpRequest refund(String scenario, String key, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Idempotency-Key";
        all[1] = key;
        System.arraycopy(headers, 0, all, 2, headers.length);
        return post(scenario, "/refunds", "{\"amount\":2500}", all);
    }

    private HttpRequest post(String scenario, String path, String body, String... headers) {
        HttpRequest.Builder request = to(scenario, path).POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    private HttpRequest get(String scenario, String path) {
        return to(scenario, path).build();
    }

    private HttpRequest.Builder to(String scenario, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(payments.address().get("url") + path))
                .timeout(Duration.ofSeconds(20));
        return scenario == null ? request : request.header("X-Correlation-Id", scenario);
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return client.send(request, BodyHandlers.ofString());
    }
}
