package dev.handoff.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.journal.Sink;
import dev.handoff.sandbox.Probe;
import dev.handoff.sandbox.Rest;
import dev.handoff.vocabulary.Application;
import dev.handoff.vocabulary.RequestLine;
import dev.handoff.vocabulary.Template;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    private static final String IDLE = "{\"jobs\":{\"running\":0},\"state\":\"waiting\"}";
    private static final String BUSY = "{\"jobs\":{\"running\":2},\"state\":\"waiting\"}";

    private final ScriptedServer server = new ScriptedServer();
    private final Journal journal = new Journal(JournalSettings.NONE, Sink.NOWHERE);
    private final StubProbe payments = new StubProbe("payments", journal);
    private final Map<String, Probe> probes = new LinkedHashMap<>(Map.of("payments", payments));

    @AfterEach
    void stop() {
        server.close();
    }

    private List<Rest> ask() {
        return ask(Optional.of(new Application.Idle(
                new RequestLine("GET", Template.of("/idle?of=${id}")),
                Map.of("$.jobs.running", "0", "$.state", "waiting"))));
    }

    private List<Rest> ask(Optional<Application.Idle> idle) {
        return new Evidence(Bench.application(idle, Optional.empty()), probes, new ApplicationEndpoint(server.url()))
                .since(Instant.EPOCH, name -> Optional.of("A-1"));
    }

    @Test
    void without_a_source_there_is_none() {
        assertThat(ask(Optional.empty())).isEmpty();
        assertThat(Evidence.allAtRest(List.of())).isTrue();
    }

    @Test
    void an_application_alone_is_asked_once() {
        server.then(200, IDLE);

        assertThat(ask()).containsExactly(new Rest(true, "shop says it is idle"));
        assertThat(server.asked).containsExactly("GET /idle?of=A-1");
    }

    @Test
    void every_condition_has_to_hold() {
        server.then(200, BUSY);

        assertThat(ask()).containsExactly(new Rest(false, "shop says it is busy: " + BUSY));
    }

    @Test
    void a_field_that_the_answer_lacks_is_not_idle() {
        server.then(200, "{\"state\":\"waiting\"}");

        assertThat(ask()).extracting(Rest::atRest).containsExactly(false);
    }

    @Test
    void an_application_that_does_not_answer_is_not_idle() {
        server.then(503, IDLE);

        Rest rest = ask().get(0);
        assertThat(rest.atRest()).isFalse();
        assertThat(rest.words()).isEqualTo("shop does not say whether it is idle: GET /idle?of=${id} was answered 503");
    }

    @Test
    void the_application_is_asked_before_the_systems_and_again_after_them() {
        server.then(200, IDLE);
        payments.proves(() -> new Rest(true, "after " + server.asked.size()));

        assertThat(ask()).extracting(Rest::words).containsExactly("shop says it is idle", "after 1");
        assertThat(server.asked).hasSize(2);
        assertThat(payments.restAskedSince).containsExactly(Instant.EPOCH);
    }

    @Test
    void work_that_came_back_to_the_application_meanwhile_is_found() {
        server.then(200, IDLE).then(200, BUSY);
        payments.provesRest();

        List<Rest> rests = ask();

        assertThat(Evidence.allAtRest(rests)).isFalse();
        assertThat(rests).last().isEqualTo(new Rest(false, "shop says it is busy: " + BUSY));
    }

    @Test
    void an_application_is_not_asked_again_when_work_is_known() {
        server.then(200, IDLE);
        payments.provesWork();

        assertThat(Evidence.allAtRest(ask())).isFalse();
        assertThat(server.asked).hasSize(1);
    }
}
