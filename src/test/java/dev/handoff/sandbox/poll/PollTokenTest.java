package dev.handoff.sandbox.poll;

import static dev.handoff.sandbox.poll.Polled.lead;
import static dev.handoff.sandbox.poll.Polled.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handoff.journal.Entry;
import dev.handoff.journal.ProbeChanged;
import dev.handoff.sandbox.ProbeFailed;
import dev.handoff.sandbox.poll.SandboxServer.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who asks: keys, logins, tokens that expire. None of them is ever read again. */
@Timeout(30)
class PollTokenTest {

    private static final String TOKEN = """
            token:
              request: POST /oauth/token
              form: { grant_type: client_credentials, client_id: shop, client_secret: s-e-c-r-e-t }
            """;

    private final List<String> leads = new CopyOnWriteArrayList<>();
    private final AtomicInteger given = new AtomicInteger();
    private volatile String accepted = "Bearer token-value-1";
    private Polled crm;

    @BeforeEach
    void serve() throws IOException {
        crm = new Polled();
        crm.server.serving(request -> {
            if (request.path().equals("/oauth/token")) {
                return Answer.json(
                        "{\"access_token\":\"token-value-" + given.incrementAndGet() + "\",\"token_type\":\"Bearer\"}");
            }
            return accepted.equals(request.headers().get("authorization"))
                    ? Answer.json(list(leads))
                    : Answer.status(401);
        });
    }

    @AfterEach
    void close() throws IOException {
        crm.close();
    }

    private List<SandboxServer.Request> tokenRequests() {
        return crm.server.requests().stream()
                .filter(request -> request.path().equals("/oauth/token"))
                .toList();
    }

    @Test
    void aTokenIsAskedForOnce() throws Exception {
        crm.leads(TOKEN).watched();
        crm.asked();
        leads.add(lead(1));
        crm.captured(1);

        assertThat(tokenRequests()).hasSize(1);
        assertThat(tokenRequests().get(0).body())
                .isEqualTo("grant_type=client_credentials&client_id=shop&client_secret=s-e-c-r-e-t");
        assertThat(tokenRequests().get(0).headers()).doesNotContainKey("authorization");
    }

    @Test
    void aTokenThatIsNotTakenAnyMoreIsRenewedAndNothingIsLost() throws Exception {
        crm.leads(TOKEN).watched();
        crm.asked();
        accepted = "Bearer token-value-2";
        leads.add(lead(1));
        crm.captured(1);

        assertThat(tokenRequests()).hasSize(2);
        assertThat(crm.written.all(ProbeChanged.class)).hasSize(1);
    }

    @Test
    void aTokenIsRenewedBeforeItEnds() throws Exception {
        crm.server.serving(request -> request.path().equals("/oauth/token")
                ? Answer.json("{\"access_token\":\"token-value-" + given.incrementAndGet() + "\",\"expires_in\":1}")
                : Answer.json(list(leads)));
        crm.leads(TOKEN).watched();
        Awaitility.await().until(() -> given.get() >= 2);
        crm.asked();

        assertThat(crm.server.requests())
                .extracting(request -> request.headers().get("authorization"))
                .contains("Bearer token-value-1", "Bearer token-value-2");
    }

    @Test
    void credentialsThatAreRefusedAreRenewedOnceAndNotTriedAgainAndAgain() throws Exception {
        crm.leads(TOKEN).watched();
        crm.asked();
        accepted = "nobody";
        ProbeChanged down = crm.written.await(ProbeChanged.class, change -> !change.up());

        assertThat(down.detail())
                .isEqualTo("it refuses its credentials: 401 to GET /leads, although the token was renewed");
        Awaitility.await()
                .during(java.time.Duration.ofMillis(400))
                .until(() -> tokenRequests().size() <= 3);
    }

    @Test
    void aLoginThatIsRefusedAtTheStartIsNotWaitedFor() throws Exception {
        accepted = "nobody";
        crm.leads("key: wrong-key");

        assertThatThrownBy(() -> crm.probe.prove())
                .isInstanceOf(ProbeFailed.class)
                .hasMessage("the sandbox crm cannot be asked: it refuses its credentials: 401 to GET /leads");
        assertThat(crm.server.requests()).hasSize(1);
    }

    @Test
    void aTokenThatIsNotGivenLeavesTheProbeDown() throws Exception {
        crm.server.serving(request -> Answer.status(400));
        crm.leads(TOKEN);

        assertThatThrownBy(() -> crm.probe.prove())
                .isInstanceOf(ProbeFailed.class)
                .hasMessage("the sandbox crm cannot be asked: it gives no token: 400 to POST /oauth/token");
        assertThat(crm.server.requests()).hasSize(1);
    }

    @Test
    void aUserAsksByBasic() throws Exception {
        accepted = "Basic c2hvcDpwYXNzLXdvcmQ=";
        crm.leads("user: shop\npassword: pass-word").watched();
        leads.add(lead(1));

        assertThat(crm.captured(1)).hasSize(1);
    }

    @Test
    void headersSayWhereAKeyGoes() throws Exception {
        crm.server.serving(request -> "the-api-key".equals(request.headers().get("x-api-key"))
                        && !request.headers().containsKey("authorization")
                ? Answer.json(list(leads))
                : Answer.status(403));
        crm.leads("key: the-api-key\nheaders: { X-Api-Key: \"${key}\" }").watched();
        crm.asked();

        assertThat(crm.evidence()).matches("crm asked \\d+ times?");
    }

    @Test
    void noSecretIsReadAgainWhereverItComesBack() throws Exception {
        crm.server.serving(request -> request.path().equals("/oauth/token")
                ? Answer.json("{\"access_token\":\"token-value-1\"}")
                : Answer.json(list(leads)));
        crm.leads(TOKEN + "headers: { X-Tenant-Secret: tenant-secret-9 }").watched();
        leads.add(
                "{\"id\":\"token-value-1\",\"note\":\"asked with token-value-1 and s-e-c-r-e-t by tenant-secret-9\"}");
        crm.captured(1);
        crm.server.serving(
                request -> Answer.json("{\"items\":[{\"id\":1,\"a\":1},{\"id\":1,\"a\":\"token-value-1\"}]}"));
        crm.awaitEvidence("different items");
        crm.server.goAway();
        crm.written.await(ProbeChanged.class, change -> !change.up());

        String everything = crm.evidence()
                + crm.written.all(Entry.class).stream().map(Entry::toString).toList();
        assertThat(everything).contains("masked-").doesNotContain("token-value-1", "s-e-c-r-e-t", "tenant-secret-9");
    }

    @Test
    void aKeyInTheQueryIsNoWhereInWhatIsTold() throws Exception {
        crm.server.serving(request -> Answer.status(500));
        crm.saying("""
                url: URL
                every: 20ms
                key: query-key-1
                headers: { Authorization: none }
                query: { api_key: "${key}" }
                request: GET /leads
                items: $.items
                records: { CRM lead: {} }
                """);
        crm.probe.watch("s", name -> Optional.empty());
        ProbeChanged down = crm.written.await(ProbeChanged.class, change -> !change.up());

        assertThat(down.detail()).isEqualTo("it answered 500 to GET /leads");
        assertThat(crm.server.requests().get(0).query()).isEqualTo(Map.of("api_key", "query-key-1"));
    }
}
