package dev.handoff.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handoff.fault.AnswersStatus;
import dev.handoff.fault.FaultPlan;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Disposition;
import dev.handoff.journal.FaultFired;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.journal.ProbeChanged;
import dev.handoff.sandbox.Probe;
import dev.handoff.sandbox.ProbeFailed;
import dev.handoff.sandbox.Written;
import dev.handoff.vocabulary.SignatureStyle;
import dev.handoff.vocabulary.SystemSpec;
import dev.handoff.vocabulary.SystemSpec.Endpoint;
import dev.handoff.vocabulary.Template;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandInTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int MEBIBYTE = 1 << 20;

    private final Written written = new Written();
    private final Journal journal = new Journal(JournalSettings.NONE, written);
    private final FaultPlan faults = new FaultPlan("payments", journal);
    private StandInServer server;
    private Probe payments;

    @BeforeEach
    void serve() throws Exception {
        server = new StandInServer(journal);
        payments = server.serve(
                system(
                        "payments",
                        records(
                                "POST",
                                "/v1/refunds",
                                201,
                                """
                                {"id": "re_${sequence}", "number": "${sequence}", "amount": "${request.body.amount}",
                                 "order": "${request.body.metadata.order_id}", "note": "for ${request.body.metadata.order_id}",
                                 "absent": "${request.body.nothing}", "currency": "${request.query.currency}",
                                 "trace": "${request.header.X-Trace}", "uuid": "${fresh.uuid}", "livemode": false,
                                 "whole": "${request.body}"}
                                """,
                                Map.of("Location", "/v1/refunds/re_${sequence}?of=${request.body.metadata.order_id}")),
                        records(
                                "PUT",
                                "/v1/charges/{charge}/lines/{line}",
                                200,
                                "{\"charge\":\"${request.path.charge}\",\"line\":\"${request.path.line}\"}",
                                Map.of()),
                        records("POST", "/hooks/*", 202, null, Map.of()),
                        new Endpoint(
                                "GET",
                                "/v1/refunds",
                                Optional.empty(),
                                Optional.of("POST /v1/refunds"),
                                200,
                                Map.of(),
                                Optional.of(JSON.readTree("{\"data\":\"${items}\",\"has_more\":false}")))),
                0,
                faults);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answersFromItsTemplateAndKeepsTheTypesOfValues() throws Exception {
        HttpResponse<String> answer = send(request("/v1/refunds?currency=USD")
                .header("Content-Type", "application/json")
                .header("X-Trace", "t-1")
                .POST(BodyPublishers.ofString("{\"amount\":2500,\"metadata\":{\"order_id\":\"A-1\"}}")));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.headers().firstValue("Location")).contains("/v1/refunds/re_1?of=A-1");
        JsonNode body = JSON.readTree(answer.body());
        assertThat(UUID.fromString(body.path("uuid").asText())).isNotNull();
        assertThat(body).isEqualTo(JSON.readTree("""
                        {"id": "re_1", "number": 1, "amount": 2500, "order": "A-1", "note": "for A-1", "absent": null,
                         "currency": "USD", "trace": "t-1", "uuid": "%s", "livemode": false,
                         "whole": {"amount": 2500, "metadata": {"order_id": "A-1"}}}
                        """.formatted(body.path("uuid").asText())));
    }

    @Test
    void anEffectTellsWhatCameAndWhatWasAnswered() throws Exception {
        String scenario = scenario();
        send(request("/v1/refunds?currency=USD&page=2")
                .header("X-Correlation-Id", scenario)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"amount\":2500}")));

        Captured effect = written.capture();
        assertThat(effect.system()).isEqualTo("payments");
        assertThat(effect.effect()).isEqualTo("POST /v1/refunds");
        assertThat(effect.summary()).isEqualTo("POST /v1/refunds");
        assertThat(effect.disposition()).isEqualTo(Disposition.ACCEPTED);
        assertThat(effect.properties())
                .containsExactly(
                        Map.entry("method", "POST"),
                        Map.entry("path", "/v1/refunds"),
                        Map.entry("query.currency", "USD"),
                        Map.entry("query.page", "2"));
        assertThat(effect.content().text()).isEqualTo("{\"amount\":2500}");
        assertThat(effect.content().contentType()).isEqualTo("application/json");
        assertThat(effect.content().header("x-correlation-id")).contains(scenario);
        assertThat(effect.answerStatus()).isEqualTo(201);
        assertThat(effect.answer().tree().path("id").asText()).isEqualTo("re_1");
        assertThat(effect.answer().header("Location")).isPresent();
        assertThat(effect.handoff()).isNull();
        assertThat(effect.occurred().latest()).isEqualTo(effect.at());
        assertThat(effect.claims()).singleElement().satisfies(claim -> assertThat(claim.scenario())
                .isEqualTo(scenario));
    }

    @Test
    void listsWhatItRecorded() throws Exception {
        assertThat(send(request("/v1/refunds")).body()).isEqualTo("{\"data\":[],\"has_more\":false}");
        refund("{\"amount\":1,\"reason\":\"late\"}");
        refund("{\"amount\":2}");

        JsonNode list = JSON.readTree(send(request("/v1/refunds")).body());

        assertThat(list.at("/data/0/id").asText()).isEqualTo("re_1");
        assertThat(list.at("/data/0/reason").asText()).isEqualTo("late");
        assertThat(list.at("/data/1/amount").asInt()).isEqualTo(2);
        assertThat(list.path("data")).hasSize(2);
        assertThat(written.captured()).as("reading is no effect").hasSize(2);
    }

    @Test
    void segmentsInBracesFitAnySegment() throws Exception {
        HttpResponse<String> answer = send(request("/v1/charges/ch%201/lines/2").PUT(BodyPublishers.noBody()));

        assertThat(answer.body()).isEqualTo("{\"charge\":\"ch 1\",\"line\":\"2\"}");
        assertThat(send(request("/v1/charges/ch_1/lines").PUT(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(send(request("/v1/charges/ch_1/lines/2/3").PUT(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aLastStarFitsTheRestAndAnEmptyAnswerHasNoBody() throws Exception {
        HttpResponse<String> answer = send(request("/hooks/partner/42").POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Content-Type")).isEmpty();
        assertThat(written.capture().effect()).isEqualTo("POST /hooks/*");
        assertThat(written.capture().properties()).containsEntry("path", "/hooks/partner/42");
    }

    @Test
    void aRequestThatNothingMapsIsAnsweredWith404AndIsInTheJournal() throws Exception {
        HttpResponse<String> answer = send(request("/v2/payouts").POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(answer.body()).path("detail").asText())
                .isEqualTo("The vocabulary maps no such end point of payments.");
        assertThat(written.capture().effect()).isNull();
        assertThat(written.capture().label()).isEqualTo("unmapped POST /v2/payouts in payments");
        assertThat(written.capture().answerStatus()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/pay%2Fouts", "/v1//payouts", "/v1/%2e%2e/payouts", "/v1/payouts;a=b", "/v1/x?q=%zz"})
    void aRequestWithAnUnusualAddressIsInTheJournalToo(String target) throws Exception {
        String answer = raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 404");
        assertThat(written.captured()).hasSize(1);
    }

    @Test
    void theSameRequestUnderTheSameKeyGetsTheFirstAnswerAgainAndIsNoSecondEffect() throws Exception {
        HttpResponse<String> first = refund("{\"amount\":1}", "Idempotency-Key", "k-1");
        HttpResponse<String> again = refund("{\"amount\":1}", "Idempotency-Key", "k-1");

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(written.captured())
                .extracting(Captured::disposition)
                .containsExactly(Disposition.ACCEPTED, Disposition.REPLAYED);
        assertThat(written.captured()).extracting(Captured::handoff).containsOnly("k-1");
        assertThat(JSON.readTree(send(request("/v1/refunds")).body()).path("data"))
                .hasSize(1);
    }

    /** A program that builds a request of a hash map writes it in another order after a restart. */
    @Test
    void theSameRequestInAnotherOrderOfItsMembersIsTheSame() throws Exception {
        refund("{\"amount\":1,\"metadata\":{\"a\":1,\"b\":2}}", "Idempotency-Key", "k-1");

        assertThat(refund("{\"metadata\": {\"b\":2, \"a\":1}, \"amount\":1}", "Idempotency-Key", "k-1")
                        .statusCode())
                .isEqualTo(201);
        assertThat(written.captured())
                .extracting(Captured::disposition)
                .containsExactly(Disposition.ACCEPTED, Disposition.REPLAYED);
        assertThat(refund("{\"metadata\":{\"b\":1,\"a\":2},\"amount\":1}", "Idempotency-Key", "k-1")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void anotherRequestUnderAUsedKeyIsRefused() throws Exception {
        refund("{\"amount\":1}", "Idempotency-Key", "k-1");

        assertThat(refund("{\"amount\":2}", "Idempotency-Key", "k-1").statusCode())
                .isEqualTo(422);
        assertThat(send(request("/v1/refunds?currency=EUR")
                                .header("Idempotency-Key", "k-1")
                                .POST(BodyPublishers.ofString("{\"amount\":1}")))
                        .statusCode())
                .as("another query")
                .isEqualTo(422);
        assertThat(written.captured())
                .extracting(Captured::disposition)
                .containsExactly(Disposition.ACCEPTED, Disposition.REJECTED, Disposition.REJECTED);
    }

    @Test
    void withoutAKeyTheSameRequestTakesEffectTwice() throws Exception {
        refund("{\"amount\":1}");
        refund("{\"amount\":1}");

        assertThat(written.captured())
                .extracting(Captured::disposition)
                .containsExactly(Disposition.ACCEPTED, Disposition.ACCEPTED);
    }

    @RepeatedTest(20)
    void twentyIdenticalRequestsAtOnceTakeEffectOnce() {
        IntStream.range(0, 20).forEach(i -> refundAtOnce("warm-up " + i));
        List<CompletableFuture<HttpResponse<String>>> sent =
                IntStream.range(0, 20).mapToObj(i -> refundAtOnce("k-1")).toList();

        assertThat(sent.stream().map(answer -> answer.join().body()).distinct()).hasSize(1);
        List<Captured> underTheKey = written.captured().stream()
                .filter(seen -> "k-1".equals(seen.handoff()))
                .toList();
        assertThat(underTheKey).hasSize(20);
        assertThat(underTheKey).filteredOn(Captured::isEffect).as("effects").hasSize(1);
        assertThat(underTheKey)
                .filteredOn(seen -> seen.disposition() == Disposition.REPLAYED)
                .hasSize(19);
    }

    private CompletableFuture<HttpResponse<String>> refundAtOnce(String key) {
        return CLIENT.sendAsync(
                request("/v1/refunds")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString("{\"amount\":1}"))
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void aFaultIsAnsweredSoManyTimesToItsOwnScenarioOnly() throws Exception {
        String mine = scenario();
        String others = scenario();
        faults.plan(mine, new AnswersStatus(503, 2));

        assertThat(refund("{}", "X-Correlation-Id", others).statusCode()).isEqualTo(201);
        assertThat(refund("{}").statusCode()).as("of nobody").isEqualTo(201);
        assertThat(refund("{}", "X-Correlation-Id", mine, "Idempotency-Key", "k-1")
                        .statusCode())
                .isEqualTo(503);
        assertThat(refund("{}", "X-Correlation-Id", mine, "Idempotency-Key", "k-1")
                        .statusCode())
                .isEqualTo(503);
        assertThat(refund("{}", "X-Correlation-Id", mine, "Idempotency-Key", "k-1")
                        .statusCode())
                .as("not remembered under the key")
                .isEqualTo(201);

        List<Captured> rejected = written.captured().stream()
                .filter(seen -> seen.disposition() == Disposition.REJECTED)
                .toList();
        assertThat(rejected).extracting(Captured::answerStatus).containsExactly(503, 503);
        assertThat(rejected).extracting(Captured::effect).containsOnly("POST /v1/refunds");
        assertThat(written.all(FaultFired.class))
                .extracting(FaultFired::scenario, FaultFired::system, FaultFired::captured)
                .containsExactly(
                        tuple(mine, "payments", rejected.get(0).index()),
                        tuple(mine, "payments", rejected.get(1).index()));
        assertThat(JSON.readTree(send(request("/v1/refunds")).body()).path("data"))
                .as("nothing took effect")
                .hasSize(3);
    }

    @Test
    void aFormIsReadAsItsFields() throws Exception {
        HttpResponse<String> answer = send(request("/v1/refunds")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("amount=2500&metadata%5Border_id%5D=A%2D1+%C3%A4")));

        assertThat(JSON.readTree(answer.body()).path("amount").asText()).isEqualTo("2500");
        assertThat(written.capture().content().tree().path("metadata[order_id]").asText())
                .isEqualTo("A-1 ä");
    }

    @Test
    void aLargeBodyIsCutWithNoticeAndTheConnectionStaysUsable() throws Exception {
        String large = "x".repeat(3 * MEBIBYTE);

        assertThat(refund(large).statusCode()).isEqualTo(201);
        assertThat(refund("y".repeat(MEBIBYTE)).statusCode()).isEqualTo(201);

        assertThat(written.captured().get(0).content().cutAt()).isEqualTo(MEBIBYTE);
        assertThat(written.captured().get(0).content().text()).hasSize(MEBIBYTE);
        assertThat(written.captured().get(1).content().cutAt())
                .as("as large as it may be")
                .isZero();
        assertThat(written.captured().get(1).content().text()).hasSize(MEBIBYTE);
    }

    @Test
    void aBodyThatIsNotTheTextItClaimsToBeIsKeptAsBase64() throws Exception {
        byte[] zipped = {0x1f, (byte) 0x8b, 8, 0, (byte) 0xfe};
        send(request("/hooks/avatar")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(zipped)));

        assertThat(Base64.getDecoder().decode(written.capture().content().text()))
                .isEqualTo(zipped);
    }

    @Test
    void aBinaryBodyIsKeptAsBase64() throws Exception {
        byte[] image = {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xff};
        send(request("/hooks/avatar").header("Content-Type", "image/png").POST(BodyPublishers.ofByteArray(image)));

        assertThat(Base64.getDecoder().decode(written.capture().content().text()))
                .isEqualTo(image);
    }

    @Test
    void theEffectIsInTheJournalBeforeTheClientHasItsAnswer() throws Exception {
        for (int i = 1; i <= 50; i++) {
            refund("{}");
            assertThat(written.captured()).hasSize(i);
        }
    }

    @Test
    void oneConnectionServesManyRequests() throws Exception {
        try (Socket socket = new Socket("localhost", port(payments))) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            for (int i = 0; i < 3; i++) {
                write(socket, "POST /hooks/a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}");
                assertThat(in.readLine()).startsWith("HTTP/1.1 202");
                while (!in.readLine().isEmpty()) {
                    // the headers
                }
            }
        }
        assertThat(written.captured()).hasSize(3);
    }

    @Test
    void aPortThatIsInUseIsSaidInOneSentence() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> server.serve(
                            system("crm", records("POST", "/", 201, null, Map.of())), other.getLocalPort(), faults))
                    .isInstanceOf(ProbeFailed.class)
                    .hasMessage("port " + other.getLocalPort() + " for the stand-in crm is in use; stop the program"
                            + " that uses it, or leave out \"port\" to have a free one chosen");
        }
        assertThat(refund("{}").statusCode()).isEqualTo(201);
    }

    @Test
    void manySystemsAreServedAtOnceAndTellTheirEffectsApart() throws Exception {
        List<Probe> probes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String name = "system " + i;
            probes.add(server.serve(
                    system(name, records("POST", "/events", 201, null, Map.of())), 0, new FaultPlan(name, journal)));
        }
        for (Probe probe : probes) {
            URI events = URI.create(probe.address().get("url") + "/events");
            HttpRequest request =
                    HttpRequest.newBuilder(events).POST(BodyPublishers.noBody()).build();
            assertThat(CLIENT.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(201);
        }

        assertThat(written.captured())
                .extracting(Captured::system)
                .containsExactlyElementsOf(probes.stream().map(Probe::system).toList());
        probes.forEach(Probe::close);
    }

    @Test
    void theCanaryProvesTheProbeAndIsNoEffect() {
        payments.prove();

        assertThat(written.captured()).isEmpty();
        assertThat(written.all(ProbeChanged.class)).singleElement().satisfies(changed -> {
            assertThat(changed.up()).isTrue();
            assertThat(changed.system()).isEqualTo("payments");
            assertThat(changed.detail()).isEqualTo("its canary was answered 204");
        });
        assertThat(payments.sight("any").seenUpTo()).isNotNull();
    }

    @Test
    void aStandInHasSeenUpToItsLastCanary() {
        payments.prove();
        Instant later = journal.now();
        assertThat(payments.sight("any").seenUpTo()).isBefore(later);

        payments.seeUpTo("s", later);
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> !payments.sight("any").seenUpTo().isBefore(later));

        assertThat(written.all(ProbeChanged.class)).hasSize(1);
        assertThat(written.captured()).isEmpty();
    }

    @Test
    void aStandInThatIsServedNoMoreSeesNoFurther() {
        payments.prove();
        Instant seen = payments.sight("any").seenUpTo();
        server.close();
        payments.seeUpTo("s", journal.now());

        ProbeChanged down = written.await(ProbeChanged.class, changed -> !changed.up());
        assertThat(down.detail()).isEqualTo("the stand-in payments takes no connections");
        assertThat(down.since()).isEqualTo(seen);
        assertThat(payments.sight("any").seenUpTo()).isEqualTo(seen);
        assertThat(payments.sight("any").evidence()).isEqualTo("payments is not served");
    }

    @Test
    void aListenerThatIsClosedIsFoundThoughOpenConnectionsStillAnswer() throws Exception {
        payments.prove();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(payments.address().get("url") + "/v1/refunds"))
                .POST(BodyPublishers.ofString("{}"))
                .build();
        CLIENT.send(request, BodyHandlers.discarding());
        Interrupted listener = Interrupted.close(payments);
        ProbeChanged down = written.await(ProbeChanged.class, changed -> {
            payments.seeUpTo("s", journal.now());
            return !changed.up();
        });
        CLIENT.send(request, BodyHandlers.discarding());
        assertThat(written.captured()).hasSize(2);
        listener.open();
        written.await(ProbeChanged.class, changed -> changed.up() && changed.index() > down.index());
        assertThat(written.all(ProbeChanged.class)).extracting(ProbeChanged::up).containsExactly(true, false, true);
    }

    @Test
    void threadsThatAreAllBusyAreNoSilence() throws Exception {
        payments.prove();
        List<Socket> stuck = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            Socket socket =
                    new Socket("localhost", Integer.parseInt(payments.address().get("port")));
            stuck.add(socket);
            socket.getOutputStream()
                    .write("POST /v1/refunds HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
        }

        ProbeChanged down = written.await(ProbeChanged.class, changed -> {
            payments.seeUpTo("s", journal.now());
            return !changed.up();
        });
        assertThat(down.detail()).startsWith("the stand-in payments does not answer its canary: ");
        assertThat(payments.sight("any").seenUpTo()).isBefore(down.at());
        for (Socket socket : stuck) {
            socket.close();
        }
        written.await(ProbeChanged.class, changed -> changed.up() && changed.index() > down.index());
    }

    private String scenario() {
        return journal.startScenario("a scenario", "a.feature", 1, List.of()).scenario();
    }

    private HttpResponse<String> refund(String body, String... headers) throws Exception {
        HttpRequest.Builder request = request("/v1/refunds").POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create(payments.address().get("url") + target))
                .timeout(Duration.ofSeconds(10));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private String raw(String request) throws Exception {
        try (Socket socket = new Socket("localhost", port(payments))) {
            write(socket, request);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatIsNotSignedAsItMustBeIsAnAttemptAndTakesUpNoIdempotencyKey() throws Exception {
        Endpoint hooks = records("POST", "/hooks", 200, null, Map.of());
        Probe partner = server.serve(
                new SystemSpec.Http(
                        "partner",
                        Optional.empty(),
                        Optional.of("Idempotency-Key"),
                        Optional.empty(),
                        false,
                        Optional.of(new SystemSpec.Signature(
                                "X-Hub-Signature-256", "shared secret", SignatureStyle.GITHUB, Duration.ofMinutes(5))),
                        List.of(hooks),
                        Optional.empty()),
                0,
                new FaultPlan("partner", journal));
        String body = "{\"order_id\":\"A-100\"}";

        assertThat(hook(partner, "sha256=00", body)).isEqualTo(401);
        assertThat(hook(partner, "sha256=a2e861c20d60dea61a12b07384e04f2f42e1da48733cd8309336874db762a322", body))
                .isEqualTo(200);

        assertThat(written.captured())
                .extracting(Captured::disposition)
                .containsExactly(Disposition.REJECTED, Disposition.ACCEPTED);
        assertThat(written.captured().get(0).answer().text()).contains("does not fit the body");
    }

    private static int hook(Probe partner, String signature, String body) throws Exception {
        return CLIENT.send(
                        HttpRequest.newBuilder(URI.create(partner.address().get("url") + "/hooks"))
                                .header("Idempotency-Key", "k-1")
                                .header("X-Hub-Signature-256", signature)
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private static void write(Socket socket, String text) throws Exception {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static int port(Probe probe) {
        return Integer.parseInt(probe.address().get("port"));
    }

    private static SystemSpec.Http system(String name, Endpoint... endpoints) {
        return new SystemSpec.Http(
                name, Optional.empty(), Optional.of("Idempotency-Key"), Optional.empty(), false, List.of(endpoints));
    }

    private static Endpoint records(String method, String path, int status, String body, Map<String, String> headers)
            throws Exception {
        Map<String, Template> templates = new LinkedHashMap<>();
        headers.forEach((name, value) -> templates.put(name, Template.of(value)));
        return new Endpoint(
                method,
                path,
                Optional.of(method + " " + path),
                Optional.empty(),
                status,
                templates,
                body == null ? Optional.empty() : Optional.of(JSON.readTree(body)));
    }
}
