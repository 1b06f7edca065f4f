package dev.handoff.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.fault.AcceptsButAnswers;
import dev.handoff.fault.AllowsRequests;
import dev.handoff.fault.AnswersStatus;
import dev.handoff.fault.AnswersWithError;
import dev.handoff.fault.DropsField;
import dev.handoff.fault.FaultPlan;
import dev.handoff.fault.HttpFault;
import dev.handoff.fault.MissesScope;
import dev.handoff.fault.NextRequests;
import dev.handoff.fault.RejectsCredentials;
import dev.handoff.fault.Stricter;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Disposition;
import dev.handoff.journal.FaultFired;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.journal.Message;
import dev.handoff.sandbox.Written;
import dev.handoff.vocabulary.SystemSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Whatever two scenarios plan on one system, and however their requests mix, each meets its own misfortunes only. */
class FaultScopeTest {

    private static final List<Function<Random, HttpFault>> FAULTS = List.of(
            random -> new AnswersStatus(400 + random.nextInt(200), 1 + random.nextInt(3)),
            random -> new AcceptsButAnswers(500, NextRequests.of(1 + random.nextInt(3))),
            random -> new AnswersWithError(Optional.empty(), NextRequests.of(1)),
            random -> new AllowsRequests(1 + random.nextInt(3), Duration.ofMinutes(1), "minute"),
            random -> new RejectsCredentials(),
            random -> new MissesScope("refunds:write"),
            random -> Stricter.requiring("postcode"),
            random -> new DropsField("amount"));

    private final Written written = new Written();
    private final Journal journal = new Journal(JournalSettings.NONE, written);
    private final FaultPlan faults = new FaultPlan("payments", journal);
    private final StandIn payments = new StandIn(
            new SystemSpec.Http(
                    "payments",
                    Optional.empty(),
                    Optional.of("Idempotency-Key"),
                    Optional.empty(),
                    false,
                    List.of(new SystemSpec.Endpoint(
                            "POST",
                            "/refunds",
                            Optional.of("refund"),
                            Optional.empty(),
                            201,
                            Map.of(),
                            Optional.empty()))),
            journal,
            faults);

    @RepeatedTest(50)
    void misfortunesOfOneScenarioMeetNoOther(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> troubled = List.of(scenario("a"), scenario("b"));
        String calm = scenario("calm");
        troubled.forEach(scenario -> IntStream.range(0, 1 + random.nextInt(3))
                .forEach(i -> faults.plan(
                        scenario, FAULTS.get(random.nextInt(FAULTS.size())).apply(random))));
        List<String> senders = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            senders.addAll(troubled);
            senders.add(calm);
            senders.add(null);
        }
        Collections.shuffle(senders, random);

        IntStream.range(0, senders.size()).parallel().forEach(i -> payments.answer(refund(senders.get(i), "k-" + i)));

        Map<Long, Captured> deliveries =
                written.captured().stream().collect(Collectors.toMap(Captured::index, delivery -> delivery));
        assertThat(deliveries).hasSize(senders.size());
        assertThat(written.all(FaultFired.class))
                .allSatisfy(fired -> assertThat(deliveries.get(fired.captured()).claims())
                        .singleElement()
                        .satisfies(claim -> assertThat(claim.scenario()).isEqualTo(fired.scenario())));
        assertThat(deliveries.values())
                .filteredOn(
                        delivery -> delivery.claims().stream().noneMatch(claim -> troubled.contains(claim.scenario())))
                .hasSize(16)
                .allMatch(delivery -> delivery.disposition() == Disposition.ACCEPTED)
                .allMatch(delivery -> delivery.content().text().contains("amount"));
        for (String scenario : troubled) {
            faults.end(scenario);
        }
        assertThat(faults.isEmpty()).isTrue();
    }

    private String scenario(String name) {
        return journal.startScenario(name, "a.feature", 1, List.of()).scenario();
    }

    private static HttpRequest refund(String scenario, String key) {
        Map<String, List<String>> headers = scenario == null
                ? Map.of("Idempotency-Key", List.of(key))
                : Map.of("Idempotency-Key", List.of(key), "X-Correlation-Id", List.of(scenario));
        return new HttpRequest(
                "POST", "/refunds", Map.of(), Message.of(headers, "application/json", "{\"amount\":2500}"));
    }
}
