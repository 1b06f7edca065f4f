package dev.handoff.sandbox.poll;

import static dev.handoff.sandbox.poll.Polled.lead;
import static dev.handoff.sandbox.poll.Polled.list;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.journal.ProbeChanged;
import dev.handoff.sandbox.poll.SandboxServer.Answer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A system that wants to be left alone is left alone, by all scenarios. */
@Timeout(30)
class PollLimitTest {

    private final List<String> leads = new CopyOnWriteArrayList<>();
    private final List<Instant> asked = new CopyOnWriteArrayList<>();
    private volatile Answer limited;
    private Polled crm;

    @BeforeEach
    void serve() throws IOException {
        crm = new Polled();
        crm.server.serving(request -> {
            asked.add(Instant.now());
            Answer answer = limited;
            limited = null;
            return answer == null ? Answer.json(list(leads)) : answer;
        });
    }

    @AfterEach
    void close() throws IOException {
        crm.close();
    }

    /** How long nobody asked after the answer that was limited. */
    private Duration rest(Answer answer) throws Exception {
        crm.probe.watch("other", name -> Optional.of("b@x.test"));
        crm.asked();
        limited = answer;
        Awaitility.await().pollInterval(Duration.ofMillis(1)).until(() -> limited == null);
        int last = asked.size();
        Awaitility.await().until(() -> asked.size() > last);
        return Duration.between(asked.get(last - 1), asked.get(last));
    }

    @Test
    void secondsAreObeyedByAllScenariosAndTold() throws Exception {
        crm.learn("email", "a@x.test");
        crm.leadsByEmail("").watched();
        Duration rest = rest(Answer.status(429).with("Retry-After", "1"));

        assertThat(rest).isGreaterThan(Duration.ofMillis(950));
        crm.asked();
        assertThat(crm.evidence())
                .matches("crm asked \\d+ times; it was left alone for 1\\.0 s after 429 with Retry-After 1");
        assertThat(crm.written.all(ProbeChanged.class)).hasSize(1);
    }

    @Test
    void aDateIsOneOfTheSystemsOwnClock() throws Exception {
        crm.server.setClockAhead(Duration.ofHours(1));
        crm.leads("").watched();
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                crm.server.now().plusSeconds(2).atOffset(ZoneOffset.UTC));
        Duration rest = rest(Answer.status(503).with("Retry-After", date));

        assertThat(rest).isGreaterThan(Duration.ofMillis(950));
        assertThat(crm.written.all(ProbeChanged.class)).hasSize(1);
    }

    @Test
    void withoutAWordItIsLeftAloneForWhatIsSaid() throws Exception {
        crm.leads("rate-limit: { rest: 400ms }").watched();

        assertThat(rest(Answer.status(429))).isGreaterThan(Duration.ofMillis(390));
    }

    @Test
    void aLimitMayBeToldByTheBody() throws Exception {
        crm.leads("rate-limit: { statuses: [403], when: { \"$[0].errorCode\": REQUEST_LIMIT_EXCEEDED }, rest: 300ms }")
                .watched();
        Duration rest = rest(new Answer(403, Map.of(), "[{\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\"}]"));

        assertThat(rest).isGreaterThan(Duration.ofMillis(290));
        assertThat(crm.written.all(ProbeChanged.class)).hasSize(1);
        crm.server.serving(request -> new Answer(403, Map.of(), "[{\"errorCode\":\"FORBIDDEN\"}]"));
        crm.awaitEvidence("crm cannot be asked for the CRM lead: it answered 403");
    }

    @Test
    void aLongRestIsToldWhileItLastsAndNobodyPresses() throws Exception {
        crm.learn("email", "a@x.test");
        crm.leadsByEmail("").watched();
        crm.asked();
        limited = Answer.status(429).with("Retry-After", "3600");
        ProbeChanged down = crm.written.await(ProbeChanged.class, change -> !change.up());
        int then = asked.size();
        crm.probe.watch("other", name -> Optional.of("b@x.test"));
        crm.probe.seeUpTo("s", crm.journal.now());
        Awaitility.await().during(Duration.ofMillis(300)).until(() -> asked.size() == then);

        assertThat(down.detail())
                .startsWith("it is left alone for 3600.0 s after 429 with Retry-After 3600, ")
                .endsWith(" s of it to go");
        assertThat(crm.evidence()).contains("; it is left alone for 3600.0 s after 429 with Retry-After 3600, ");
    }

    @Test
    void itIsAskedNoFasterThanItMayBe() throws Exception {
        crm.learn("email", "a@x.test");
        crm.leadsByEmail("rate-limit: { pace: 100ms }").watched();
        for (int i = 0; i < 10; i++) {
            String email = i + "@x.test";
            crm.probe.watch("scenario " + i, name -> Optional.of(email));
        }

        assertThat(Duration.between(asked.get(1), asked.get(10))).isGreaterThan(Duration.ofMillis(600));
    }

    @Test
    void aLimitInTheMiddleOfTheScenarioLosesNothing() throws Exception {
        crm.leads("").watched();
        limited = Answer.status(429).with("Retry-After", "1");
        leads.add(lead(1));

        assertThat(crm.captured(1)).hasSize(1);
    }
}
