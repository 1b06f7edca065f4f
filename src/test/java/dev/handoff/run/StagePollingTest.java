package dev.handoff.run;

import static dev.handoff.run.Bench.that;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.expectation.Outcome;
import dev.handoff.expectation.Statement;
import dev.handoff.journal.Journal;
import dev.handoff.journal.Sight;
import dev.handoff.journal.StageReached;
import dev.handoff.vocabulary.Application;
import dev.handoff.vocabulary.RequestLine;
import dev.handoff.vocabulary.Template;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class StagePollingTest {

    private static final Statement DONE = new Statement.Reaches("done", Duration.ofMillis(150));
    private static final Duration EVERY = Duration.ofMillis(25);

    private final ScriptedServer server = new ScriptedServer();
    private final Optional<Application.Status> status = Optional.of(
            new Application.Status(new RequestLine("GET", Template.of("/status/${correlationId}")), "$.stage"));
    private final Bench bench = new Bench(Bench.application(Optional.empty(), status), server.url(), Bench.QUICK);
    private final Journal journal = bench.journal;
    private final StagePolling polling = polling(status);

    @AfterEach
    void stop() {
        server.close();
    }

    private StagePolling polling(Optional<Application.Status> asked) {
        return polling(asked, false);
    }

    private StagePolling polling(Optional<Application.Status> asked, boolean awaitedLater) {
        return new StagePolling(
                bench.ours,
                journal,
                asked,
                new ApplicationEndpoint(server.url()),
                name -> Optional.of(bench.ours),
                awaitedLater);
    }

    private static String stage(String name) {
        return "{\"stage\":\"" + name + "\"}";
    }

    private void poll() {
        polling.sight().map(Sight::seenUpTo).ifPresent(seen -> bench.passes(seen.plus(EVERY)));
        polling.pollFor(DONE);
    }

    private List<StageReached> stages() {
        return bench.written.all(StageReached.class);
    }

    @Test
    void a_stage_is_on_record_once_per_change() {
        server.then(200, stage("paid"))
                .then(200, stage("paid"))
                .then(200, stage("done"))
                .then(200, stage("paid"));

        for (int i = 0; i < 4; i++) {
            poll();
        }

        assertThat(stages()).extracting(StageReached::stage).containsExactly("paid", "done", "paid");
        assertThat(server.asked).hasSize(4).containsOnly("GET /status/" + bench.ours);
    }

    @Test
    void a_stage_that_is_one_of_several_statements_is_asked_for() {
        server.then(200, stage("done"));

        polling.pollFor(
                new Statement.All(List.of(new Statement.ResponseStatus(200), new Statement.All(List.of(DONE)))));

        assertThat(stages()).extracting(StageReached::stage).containsExactly("done");
    }

    @Test
    void a_change_lies_between_two_polls() {
        server.then(200, stage("paid")).then(200, stage("done"));
        poll();
        Instant first = polling.sight().orElseThrow().seenUpTo();

        poll();

        assertThat(stages().get(1).occurred().earliest()).isEqualTo(first);
        assertThat(stages().get(1).occurred().latest())
                .isBetween(
                        polling.sight().orElseThrow().seenUpTo(),
                        stages().get(1).at());
    }

    @Test
    void what_the_first_poll_finds_may_be_so_since_the_scenario_began() {
        server.then(200, stage("done"));
        poll();

        assertThat(stages().get(0).occurred().earliest())
                .isEqualTo(bench.glance().started().at());
    }

    @Test
    void a_stage_that_a_later_step_waits_for_is_asked_for_while_another_waits() {
        Statement other = new Statement.ResponseStatus(200);
        server.then(200, stage("done"));

        polling.pollFor(other);
        assertThat(stages()).isEmpty();

        StagePolling ahead = polling(status, true);
        ahead.pollFor(other);
        assertThat(stages()).extracting(StageReached::stage).containsExactly("done");
        assertThat(ahead.sight()).as("what the other statement is judged by").isEmpty();
        assertThat(ahead.every()).isEqualTo(StagePolling.NOW_AND_THEN);
    }

    @Test
    void a_stage_first_asked_for_after_its_window_is_not_called_late() throws Exception {
        server.then(200, stage("done"));
        bench.act();
        bench.passes(journal.lastChange(bench.ours).plusMillis(150));

        Judgement judgement = waiting().judge(that(DONE));

        assertThat(judgement.judged().verdict().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    }

    private Waiting waiting() {
        return new Waiting(bench.ours, journal, bench.settling, polling, Bench.SETTLE);
    }

    @Test
    void a_poll_sees_up_to_the_moment_before_it_asked() {
        Instant[] answered = new Instant[1];
        server.then(200, stage("paid"), () -> answered[0] = journal.now());
        poll();

        assertThat(polling.sight().orElseThrow().seenUpTo()).isBeforeOrEqualTo(answered[0]);
    }

    @Test
    void a_silent_application_does_not_advance_the_sight() {
        server.then(503, "").then(200, stage("paid")).then(503, stage("done"));
        polling.pollFor(DONE);
        assertThat(polling.sight().orElseThrow().seenUpTo()).isNull();

        polling.pollFor(DONE);
        Instant seen = polling.sight().orElseThrow().seenUpTo();
        assertThat(seen).isNotNull();

        poll();
        assertThat(polling.sight().orElseThrow().seenUpTo()).isEqualTo(seen);
        assertThat(polling.sight().orElseThrow().evidence()).contains("was answered 503");
        assertThat(stages()).extracting(StageReached::stage).containsExactly("paid");
    }

    @Test
    void it_is_not_asked_again_at_once() {
        server.then(200, stage("paid"), () -> {});
        polling.pollFor(DONE);
        Instant first = polling.sight().orElseThrow().seenUpTo();
        polling.pollFor(DONE);

        boolean again = journal.now().isAfter(first.plus(EVERY));
        assertThat(server.asked).hasSizeBetween(1, again ? 2 : 1);
    }

    @Test
    void other_statements_ask_for_nothing() {
        polling.pollFor(new Statement.ResponseStatus(200));

        assertThat(server.asked).isEmpty();
        assertThat(polling.isPolling()).isFalse();
        assertThat(polling.sight()).isEmpty();
    }

    @Test
    void without_a_status_nothing_is_asked() {
        StagePolling none = polling(Optional.empty());
        none.pollFor(DONE);

        assertThat(none.isPolling()).isFalse();
        assertThat(none.sight()).isEmpty();
    }

    @Test
    void a_wait_ends_with_the_stage() throws Exception {
        server.then(200, stage("paid")).then(200, stage("paid")).then(200, stage("done"));
        bench.act();

        Judgement judgement = waiting().judge(that(new Statement.Reaches("done", Bench.LONG)));

        assertThat(judgement.judged().verdict().outcome()).isEqualTo(Outcome.MET);
        assertThat(stages()).extracting(StageReached::stage).containsExactly("paid", "done");
    }

    @Test
    void a_stage_that_is_not_reached_is_missing_when_its_window_is_over() throws Exception {
        server.then(200, stage("paid"));
        bench.act();

        assertThat(waiting().judge(that(DONE)).judged().verdict().outcome()).isEqualTo(Outcome.VIOLATED);
    }

    @Test
    void an_application_that_never_answers_is_inconclusive() throws Exception {
        server.then(503, "");
        bench.act();

        assertThat(waiting().judge(that(DONE)).judged().verdict().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    }
}
