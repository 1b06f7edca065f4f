package dev.handoff.sandbox.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.journal.Captured;
import dev.handoff.journal.ProbeChanged;
import dev.handoff.sandbox.poll.SandboxServer.Answer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each preset asks a server that answers as the examples of the service's public documentation do. */
@Timeout(30)
class PresetTest {

    private Polled service;

    @BeforeEach
    void serve() throws IOException {
        service = new Polled();
    }

    @AfterEach
    void close() throws IOException {
        service.close();
    }

    private Captured asked(String system, int count) throws IOException {
        service.saying(system).watched();
        service.asked();
        service.learn("email", "bob+1@example.com");
        Captured first = service.captured(count).get(0);
        service.asked();
        assertThat(service.written.captured()).hasSize(count);
        assertThat(service.written.all(ProbeChanged.class)).hasSize(1);
        return first;
    }

    /** docs.stripe.com/pagination and docs.stripe.com/api/pagination. */
    @Test
    void stripe() throws Exception {
        service.server.serving(request -> {
            if (!"Bearer sk_test_key".equals(request.headers().get("authorization"))) {
                return Answer.status(401);
            }
            if (!"100".equals(request.query("limit")) || request.query("email").startsWith("canary")) {
                return Answer.status(400);
            }
            return Answer.json(
                    "cus_004".equals(request.query("starting_after"))
                            ? """
                              {"object":"list","url":"/v1/customers","data":[
                                {"id":"cus_003","object":"customer","created":1405641735,"name":"Jenny Rosen"}],"has_more":false}"""
                            : """
                              {"object":"list","url":"/v1/customers","data":[
                                {"id":"cus_005","object":"customer","created":%d,"name":"John Doe"},
                                {"id":"cus_004","object":"customer","created":%d,"name":"Jane Doe"}],"has_more":true}""".formatted(
                                            Instant.now().getEpochSecond(),
                                            Instant.now().getEpochSecond()));
        });
        Captured customer = asked("""
                preset: stripe
                url: URL
                key: sk_test_key
                every: 20ms
                records: { provider customer: { request: "GET /v1/customers?email=${email}" } }
                """, 2);

        assertThat(customer.properties().get("item")).isEqualTo("cus_005");
        assertThat(service.evidence()).contains(", 1 item was there before");
        assertThat(Duration.between(
                        customer.occurred().earliest(), customer.occurred().latest()))
                .isLessThan(Duration.ofSeconds(10));
    }

    /** developers.hubspot.com, Search the CRM: paging by after in the body, 429 beyond a few requests a second. */
    @Test
    void hubspot() throws Exception {
        AtomicBoolean limited = new AtomicBoolean();
        service.server.serving(request -> {
            if (!"Bearer pat-na1-key".equals(request.headers().get("authorization"))) {
                return Answer.status(401);
            }
            if (request.body().contains("bob") && limited.compareAndSet(false, true)) {
                return new Answer(
                        429,
                        Map.of("Content-Type", "application/json"),
                        "{\"status\":\"error\",\"message\":\"You have reached your secondly limit.\","
                                + "\"errorType\":\"RATE_LIMIT\",\"policyName\":\"SECONDLY\"}");
            }
            if (request.body().contains("canary")) {
                return Answer.json("{\"total\":0,\"results\":[]}");
            }
            return Answer.json(
                    request.body().contains("\"after\":\"NTI1Cg%3D%3D\"")
                            ? """
                              {"total":2,"results":[{"id":"513","properties":{"email":"bob+1@example.com"},
                                "createdAt":"%s","updatedAt":"2019-12-07T16:50:06.678Z","archived":false}]}""".formatted(Instant.now())
                            : """
                              {"total":2,"results":[{"id":"512","properties":{"email":"bob+1@example.com"},
                                "createdAt":"%s","updatedAt":"2019-12-07T16:50:06.678Z","archived":false}],
                               "paging":{"next":{"after":"NTI1Cg%%3D%%3D","link":"?after=NTI1Cg%%3D%%3D"}}}""".formatted(Instant.now()));
        });
        asked("""
                preset: hubspot
                url: URL
                key: pat-na1-key
                every: 20ms
                shows-within: 0s
                rate-limit: { rest: 100ms }
                records:
                  CRM contact:
                    request: POST /crm/v3/objects/contacts/search
                    body: { filterGroups: [ { filters: [ { propertyName: email, operator: EQ, value: "${email}" } ] } ] }
                """, 2);

        assertThat(service.items()).containsExactly("512", "513");
        assertThat(service.server.requests())
                .extracting(SandboxServer.Request::body)
                .contains("{\"filterGroups\":[{\"filters\":[{\"propertyName\":\"email\",\"operator\":\"EQ\",\"value\":"
                        + "\"bob+1@example.com\"}]}],\"limit\":100,\"after\":\"NTI1Cg%3D%3D\"}");
        assertThat(service.evidence()).contains("it was left alone for 0.1 s after 429");
    }

    /** developer.salesforce.com: OAuth 2.0 client credentials, Execute a SOQL Query, Status Codes and Error Responses. */
    @Test
    void salesforce() throws Exception {
        AtomicInteger tokens = new AtomicInteger();
        service.server.serving(request -> {
            if (request.path().equals("/services/oauth2/token")) {
                assertThat(request.body())
                        .isEqualTo("client_id=3MVG9&client_secret=8A4BE698&grant_type=client_credentials");
                return Answer.json("""
                        {"access_token":"00DS7000000oxzo!AR8A-%d","signature":"nUFHwtfIGLKDTHcLWmDBG8frv0t","token_format":
                         "opaque","instance_url":"https://instance_name.my.salesforce.com","token_type":"Bearer",
                         "issued_at":"1667600739962"}""".formatted(tokens.incrementAndGet()));
            }
            boolean isNew = tokens.get() == 2;
            if (service.known.containsKey("email") && !isNew) {
                return new Answer(
                        401,
                        Map.of(),
                        "[{\"message\":\"Session expired or invalid\",\"errorCode\":\"INVALID_SESSION_ID\"}]");
            }
            if (!request.headers().get("authorization").equals("Bearer 00DS7000000oxzo!AR8A-" + tokens.get())) {
                return Answer.status(401);
            }
            if (request.path().equals("/services/data/v63.0/query/01gD0000002HU6KIAW-2000")) {
                return Answer.json("""
                        {"done":true,"totalSize":2,"records":[{"attributes":{"type":"Lead","url":"/x"},"Id":
                         "00Q000000000002","CreatedDate":"%s"}]}""".formatted(salesforceTime()));
            }
            return "SELECT Id, CreatedDate FROM Lead WHERE Email = 'bob+1@example.com'".equals(request.query("q"))
                    ? Answer.json("""
                            {"done":false,"totalSize":2,"records":[{"attributes":{"type":"Lead","url":"/x"},"Id":
                             "00Q000000000001","CreatedDate":"%s"}],
                             "nextRecordsUrl":"/services/data/v63.0/query/01gD0000002HU6KIAW-2000"}""".formatted(salesforceTime()))
                    : Answer.json("{\"done\":true,\"totalSize\":0,\"records\":[]}");
        });
        asked("""
                preset: salesforce
                url: URL
                token: { form: { client_id: 3MVG9, client_secret: 8A4BE698 } }
                every: 20ms
                records:
                  CRM lead: { query: { q: "SELECT Id, CreatedDate FROM Lead WHERE Email = '${email}'" } }
                """, 2);

        assertThat(service.items()).containsExactly("00Q000000000001", "00Q000000000002");
        assertThat(tokens).hasValue(2);
        service.known.put("email", "o'brien@example.com");
        service.awaitEvidence("the value of email has a quote or a backslash in it, and cannot stand between quotes");
    }

    private static String salesforceTime() {
        return Instant.now().toString().replaceFirst("\\..*", ".000+0000");
    }

    /** mailpit.axllent.org/docs/api-v1: the total is that of the mailbox, messages_count that of the search. */
    @Test
    void mailpit() throws Exception {
        service.server.serving(request -> {
            assertThat(request.path()).isEqualTo("/api/v1/search");
            boolean isBobs = "to:\"bob+1@example.com\"".equals(request.query("query"));
            int start = Integer.parseInt(request.query("start"));
            return Answer.json("""
                    {"total":500,"unread":500,"count":1,"messages_count":%d,"messages_unread":2,"start":%d,"tags":[],
                     "messages":[%s]}""".formatted(
                            isBobs ? 2 : 0, start, !isBobs || start > 1 ? "" : """
                                      {"ID":"hXayS6wnCgNnt6aFTvmOF%d","MessageID":"x","Read":false,
                                       "From":{"Name":"Shop","Address":"shop@example.com"},
                                       "To":[{"Name":"","Address":"bob+1@example.com"}],"Cc":[],"Bcc":[],"ReplyTo":[],
                                       "Subject":"Welcome to Shop","Created":"%s","Tags":[],"Size":300,"Attachments":0,
                                       "Snippet":"Hello"}""".formatted(start, Instant.now())));
        });
        asked("""
                preset: mailpit
                url: URL
                every: 20ms
                records:
                  welcome email:
                    request: GET /api/v1/search
                    query: { query: 'to:"${email}"' }
                    where: { $.Subject: Welcome to Shop }
                """, 2);
    }

    /** MailHog's API v2. Its description calls the list messages, its answers items. */
    @Test
    void mailhog() throws Exception {
        service.server.serving(request -> {
            assertThat(request.path()).isEqualTo("/api/v2/search");
            boolean isBobs = "bob+1@example.com".equals(request.query("query"));
            int start = Integer.parseInt(request.query("start"));
            return new Answer(
                    200,
                    Map.of("Content-Type", "text/json"),
                    "{\"total\":%d,\"count\":1,\"start\":%d,\"items\":%s}"
                            .formatted(isBobs ? 2 : 0, start, !isBobs ? "null" : """
                                              [{"ID":"message-%d@mailhog.example","From":{"Relays":null,"Mailbox":"shop",
                                               "Domain":"example.com","Params":""},"To":[{"Relays":null,"Mailbox":"bob+1",
                                               "Domain":"example.com","Params":""}],"Content":{"Headers":{"Subject":
                                               ["Welcome"]},"Body":"Hello","Size":5,"MIME":null},"Created":
                                               "2020-01-01T12:00:00.123456789+01:00"}]""".formatted(start)));
        });
        service.saying("""
                preset: mailhog
                url: URL
                every: 20ms
                clock: own
                records:
                  welcome email:
                    request: GET /api/v2/search
                    query: { kind: to, query: "${email}" }
                """).watched();
        service.learn("email", "bob+1@example.com");
        service.captured(2);

        assertThat(service.items()).containsExactly("message-0@mailhog.example", "message-1@mailhog.example");
    }

    /** twilio.com/docs/segment/unify/profile-api: the events of a profile, which is not found before the first. */
    @Test
    void segment() throws Exception {
        AtomicBoolean known = new AtomicBoolean();
        service.server.serving(request -> {
            if (!"Basic YWNjZXNzLXRva2VuOg==".equals(request.headers().get("authorization"))) {
                return Answer.status(401);
            }
            assertThat(request.query("limit")).isEqualTo("100");
            if (!request.path()
                            .equals(
                                    "/v1/spaces/lgJ4AAjFN4/collections/users/profiles/user_id:bob%2B1%40example.com/events")
                    || !known.get()) {
                return new Answer(
                        404, Map.of(), "{\"error\":{\"code\":\"not_found\",\"message\":\"Profile was not found.\"}}");
            }
            return Answer.json("MTUxMzc1".equals(request.query("next")) ? """
                              {"data":[{"type":"track","message_id":"ajs-2-clean","source_id":"CRx5M9uk2p","timestamp":
                               "2018-01-05T00:16:36.663Z","properties":{},"event":"Page Viewed"}],
                               "cursor":{"url":"/v1/x/events","has_more":false,"next":""}}""" : """
                              {"data":[{"type":"track","message_id":"ajs-1-clean","source_id":"CRx5M9uk2p","timestamp":
                               "2018-01-05T00:16:35.663Z","properties":{},"event":"Trial Started"}],
                               "cursor":{"url":"/v1/x/events","has_more":true,"next":"MTUxMzc1"}}""");
        });
        service.saying("""
                preset: segment
                url: URL
                user: access-token
                every: 20ms
                records:
                  trial event:
                    request: "GET /v1/spaces/lgJ4AAjFN4/collections/users/profiles/user_id:${email}/events"
                    where: { $.event: Trial Started }
                """).watched();
        service.learn("email", "bob+1@example.com");
        Instant since = service.asked();
        known.set(true);
        Captured event = service.captured(1).get(0);
        service.asked();

        assertThat(service.items()).containsExactly("ajs-1-clean");
        assertThat(event.occurred().earliest()).isAfter(since.minusMillis(1));
    }
}
