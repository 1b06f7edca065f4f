package dev.handoff.sandbox.poll;

import static dev.handoff.sandbox.poll.Polled.lead;
import static dev.handoff.sandbox.poll.Polled.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handoff.journal.Captured;
import dev.handoff.journal.Changed;
import dev.handoff.journal.ProbeChanged;
import dev.handoff.sandbox.ProbeFailed;
import dev.handoff.sandbox.poll.SandboxServer.Answer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PollProbeTest {

    private final List<String> leads = new CopyOnWriteArrayList<>();
    private Polled crm;

    @BeforeEach
    void serve() throws IOException {
        crm = new Polled();
        crm.server.serving(request -> Answer.json(list(leads)));
    }

    @AfterEach
    void close() throws IOException {
        crm.close();
    }

    @Test
    void anItemThatIsNewIsAnEffectOnce() throws Exception {
        crm.learn("email", "a+b&c@x.test");
        crm.leadsByEmail("").watched();
        leads.add(lead(1));
        Captured item = crm.captured(1).get(0);
        crm.asked();
        crm.asked();

        assertThat(crm.items()).containsExactly("1");
        assertThat(item.effect()).isEqualTo("CRM lead");
        assertThat(item.summary()).isEqualTo("item 1");
        assertThat(item.content().text()).isEqualTo(lead(1));
        assertThat(item.properties()).isEqualTo(Map.of("item", "1", "parameter.email", "a+b&c@x.test"));
        assertThat(crm.server.requests().get(1).query("email")).isEqualTo("a+b&c@x.test");
    }

    @Test
    void whatWasThereBeforeTheScenarioIsNoneOfItsEffects() throws Exception {
        leads.add(lead(1));
        crm.leads("").watched();
        leads.add(lead(2));
        crm.captured(1);
        crm.asked();

        assertThat(crm.items()).containsExactly("2");
        assertThat(crm.evidence()).matches("crm asked \\d+ times, 1 item was there before");
    }

    @Test
    void whatChangesAndVanishesAndComesBackIsOneEffect() throws Exception {
        crm.leads("").watched();
        leads.add(lead(1));
        crm.captured(1);
        leads.set(0, lead(1).replace("a@x", "b@x"));
        Changed changed = crm.written.await(Changed.class, change -> !change.gone());
        leads.clear();
        crm.written.await(Changed.class, Changed::gone);
        leads.add(lead(1));
        Awaitility.await().until(() -> crm.written.all(Changed.class).size() == 3);

        assertThat(crm.items()).hasSize(1);
        assertThat(changed.captured()).isEqualTo(crm.written.capture().index());
        assertThat(changed.content().text()).contains("b@x.test");
        assertThat(crm.written.all(Changed.class)).extracting(Changed::gone).containsExactly(false, true, false);
    }

    @Test
    void whatCannotBeAskedYetIsNotAsked() throws Exception {
        crm.leadsByEmail("").watched();
        crm.asked();
        assertThat(crm.probe.sight("s").unasked()).isEqualTo(Map.of("CRM lead", "email is not known in this scenario"));

        crm.learn("email", "a@x.test");
        crm.asked();
        assertThat(crm.probe.sight("s").unasked()).isEmpty();
    }

    @Test
    void aStarStandsForAnythingInWhatAnItemMustHave() throws Exception {
        crm.saying("""
                url: URL
                every: 20ms
                request: GET /leads
                items: $.items
                id: $.id
                records:
                  receipt: { where: { $.subject: "Your refund of * USD" } }
                """).watched();
        leads.add("{\"id\":1,\"subject\":\"Your refund of 25.00 EUR\"}");
        leads.add("{\"id\":2,\"subject\":\"Your refund of 25.00 USD\"}");
        leads.add("{\"id\":3,\"subject\":\"Re: Your refund of 25.00 USD\"}");
        crm.captured(1);
        crm.asked();

        assertThat(crm.items()).containsExactly("2");
    }

    @Test
    void recordsOfOneListAreToldApartAndAskedForOnce() throws Exception {
        crm.saying("""
                url: URL
                every: 20ms
                request: GET /leads
                items: $.items
                id: $.id
                records:
                  demo request: { where: { $.source: demo, $.urgent: true } }
                  trial request: { where: { $.source: trial } }
                """).watched();
        leads.add("{\"id\":1,\"source\":\"trial\"}");
        leads.add("{\"id\":2,\"source\":\"demo\",\"urgent\":true}");
        leads.add("{\"id\":3,\"source\":\"demo\",\"urgent\":false}");
        crm.captured(2);
        long before = crm.server.requests().size();
        crm.asked();

        assertThat(crm.written.captured())
                .extracting(Captured::effect)
                .containsExactlyInAnyOrder("trial request", "demo request");
        assertThat(crm.items()).containsExactlyInAnyOrder("1", "2");
        assertThat(crm.server.requests().size() - before).isLessThanOrEqualTo(3);
    }

    @Test
    void whatBecomesAnotherEffectHappenedWhenItDidAndNotWhenItWasMade() throws Exception {
        crm.saying("""
                url: URL
                every: 20ms
                request: GET /leads
                items: $.items
                id: $.id
                at: $.at
                records:
                  won lead: { where: { $.state: won } }
                """);
        leads.add("{\"id\":1,\"state\":\"open\",\"at\":\"2020-01-01T00:00:00Z\"}");
        crm.watched();
        Instant since = crm.asked();
        leads.set(0, leads.get(0).replace("open", "won"));
        Captured won = crm.captured(1).get(0);

        assertThat(won.effect()).isEqualTo("won lead");
        assertThat(won.occurred().earliest()).isAfterOrEqualTo(since.minusMillis(1));
    }

    @Test
    void anItemWithoutItsIdIsNoAnswer() throws Exception {
        leads.add("{\"ID\":1}");
        crm.leads("").watched();

        crm.awaitEvidence("crm cannot be asked for the CRM lead: an item has no $.id");
        assertThat(crm.probe.sight("s").seenUpTo()).isNull();
    }

    @Test
    void anAnswerWithoutTheListIsNoAnswer() throws Exception {
        crm.leads("").watched();
        crm.asked();
        crm.server.serving(request -> Answer.json("{\"error\":\"no such view\"}"));
        Instant broken = crm.journal.now();
        crm.awaitEvidence("crm cannot be asked for the CRM lead: there is no list at $.items in its answer");

        assertThat(crm.probe.sight("s").seenUpTo()).isBefore(broken);
    }

    @Test
    void aPageThatSaysSorryUnderASuccessIsNoAnswer() throws Exception {
        crm.leads("").watched();
        crm.asked();
        crm.server.serving(
                request -> new Answer(200, Map.of("Content-Type", "text/html; charset=utf-8"), "<html>Sorry</html>"));
        Instant broken = crm.journal.now();
        crm.awaitEvidence("crm cannot be asked for the CRM lead: its answer is text/html, and no JSON");

        assertThat(crm.probe.sight("s").seenUpTo()).isBefore(broken);
        assertThat(crm.written.all(Changed.class)).isEmpty();
    }

    @Test
    void oneItemMayBeAllThatThereIsAndNothingIsNoMistakeWhereItIsSaid() throws Exception {
        crm.server.serving(request -> leads.isEmpty() ? Answer.status(404) : Answer.json(leads.get(0)));
        crm.saying("""
                url: URL
                every: 20ms
                records: { CRM lead: { request: GET /leads/1, item: $, id: $.id, nothing: 404 } }
                """).watched();
        crm.asked();
        leads.add(lead(1));

        assertThat(crm.captured(1)).hasSize(1);
    }

    @Test
    void aQuestionThatIsRefusedIsNoTroubleOfOtherScenarios() throws Exception {
        crm.server.serving(
                request -> "bad".equals(request.query("email")) ? Answer.status(400) : Answer.json(list(leads)));
        crm.learn("email", "a@x.test");
        crm.leadsByEmail("").watched();
        crm.probe.watch("bad", name -> Optional.of("bad"));
        leads.add(lead(1));
        crm.captured(1);

        assertThat(crm.probe.sight("bad").evidence())
                .isEqualTo("crm has not answered a poll yet; crm cannot be asked for the CRM lead: it answered 400");
        assertThat(crm.written.all(ProbeChanged.class)).hasSize(1);
    }

    @Test
    void whatIsAskedWithNobodysValuesIsAskedOnceForAll() throws Exception {
        crm.server.serving(request -> {
            Thread.sleep(20);
            return Answer.json(list(leads));
        });
        crm.leads("").watched();
        for (int i = 0; i < 50; i++) {
            crm.probe.watch("scenario " + i, name -> Optional.empty());
        }
        long before = crm.server.requests().size();
        Instant now = crm.journal.now();
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> {
            boolean all = true;
            for (int i = 0; i < 50; i++) {
                crm.probe.seeUpTo("scenario " + i, now);
                Instant seen = crm.probe.sight("scenario " + i).seenUpTo();
                all &= seen != null && seen.isAfter(now);
            }
            return all;
        });

        assertThat(crm.server.requests().size() - before).isLessThan(25);
    }

    @Test
    void aSandboxThatGoesAwayIsDownUntilItAnswersAgain() throws Exception {
        crm.leads("").watched();
        crm.asked();
        crm.server.goAway();
        ProbeChanged down = crm.written.await(ProbeChanged.class, change -> !change.up());
        Instant seen = crm.probe.sight("s").seenUpTo();
        crm.server.comeBack();
        crm.written.await(ProbeChanged.class, change -> change.up() && change.index() > down.index());
        leads.add(lead(1));
        crm.captured(1);

        assertThat(down.detail()).isEqualTo("it does not answer GET /leads: no connection");
        assertThat(seen).isBefore(down.at());
    }

    @Test
    void aSandboxThatIsAboutToStartIsWaitedFor() throws Exception {
        crm.server.goAway();
        crm.leads("");
        Thread starting = new Thread(() -> {
            try {
                Awaitility.await().pollDelay(Duration.ofMillis(300)).until(() -> true);
                crm.server.comeBack();
            } catch (IOException broken) {
                throw new IllegalStateException(broken);
            }
        });
        starting.start();
        crm.probe.prove();

        assertThat(crm.written.all(ProbeChanged.class))
                .extracting(ProbeChanged::up)
                .containsExactly(true);
    }

    @Test
    void aConnectionThatBreaksOnceIsTriedOnceMore() throws Exception {
        crm.leads("").watched();
        crm.asked();
        crm.server.serving(new SandboxServer.Service() {
            private boolean broke;

            @Override
            public synchronized Answer to(SandboxServer.Request request) {
                if (!broke) {
                    broke = true;
                    return null;
                }
                return Answer.json(list(leads));
            }
        });
        crm.asked();

        assertThat(crm.written.all(ProbeChanged.class)).hasSize(1);
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        crm.server.serving(request -> request.path().equals("/leads")
                ? Answer.status(302).with("Location", crm.server.url() + "/elsewhere")
                : Answer.json(list(leads)));
        crm.leads("key: k-secret");
        crm.probe.watch("s", name -> Optional.empty());

        crm.awaitEvidence("it answered 302, a redirect, which is not followed");
        assertThat(crm.server.asked("/elsewhere")).isZero();
    }

    @Test
    void anAnswerThatIsTooLongIsRefused() throws Exception {
        crm.leads("").watched();
        crm.asked();
        String long17 = "x".repeat(17 << 20);
        crm.server.serving(request -> Answer.json("{\"items\":[\"" + long17 + "\"]}"));

        ProbeChanged down = crm.written.await(ProbeChanged.class, change -> !change.up());
        assertThat(down.detail()).isEqualTo("it does not answer GET /leads: its answer is longer than 16 MiB");
    }

    @Test
    void whatCanOnlyBeAskedWithAScenariosValuesIsProvenWithMadeUpOnes() throws Exception {
        crm.server.serving(request -> request.query("email").equals("canary@handoff.invalid")
                ? Answer.status(404)
                : Answer.json(list(leads)));
        crm.leadsByEmail("").watched();

        ProbeChanged up = crm.written.all(ProbeChanged.class).get(0);
        assertThat(up.detail()).startsWith("it answered 404 to a made-up question, its clock within ");
    }

    @Test
    void aCanaryOfItsOwnMustBeAnsweredWell() throws Exception {
        crm.server.serving(request -> Answer.status(404));
        crm.leads("canary: GET /health");

        assertThatThrownBy(() -> crm.probe.prove())
                .isInstanceOf(ProbeFailed.class)
                .hasMessage("the sandbox crm cannot be asked: it answered 404 to GET /health");
    }

    @Test
    void itIsWhereItsUrlSays() throws Exception {
        crm.leads("");

        assertThat(crm.probe.address()).isEqualTo(Map.of("url", crm.server.url()));
    }
}
