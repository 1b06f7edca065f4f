package dev.handoff.sandbox.poll;

import static dev.handoff.sandbox.poll.Polled.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handoff.journal.Captured;
import dev.handoff.sandbox.poll.SandboxServer.Answer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When items came to be, by another clock. */
@Timeout(30)
class PollTimeTest {

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

    private static String lead(Object id, Object at) {
        return "{\"id\":\"" + id + "\",\"at\":\"" + at + "\"}";
    }

    @Test
    void anItemHappenedWhenItSaysByItsOwnClock() throws Exception {
        crm.server.setClockAhead(Duration.ofHours(2));
        crm.leads("at: $.at").watched();
        Instant before = crm.journal.now();
        Instant theirs = crm.server.now();
        Instant after = crm.journal.now();
        leads.add(lead(1, theirs));
        Captured item = crm.captured(1).get(0);

        assertThat(item.occurred().earliest()).isBeforeOrEqualTo(before);
        assertThat(item.occurred().latest()).isAfterOrEqualTo(after);
        assertThat(Duration.between(item.occurred().earliest(), item.occurred().latest()))
                .isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void whatHappenedLaterByItsClockHappenedLater() throws Exception {
        crm.server.setClockAhead(Duration.ofMinutes(-10));
        crm.leads("at: $.at").watched();
        Instant theirs = crm.server.now().minusSeconds(20);
        leads.addAll(List.of(lead("late", theirs.plusSeconds(10)), lead("early", theirs)));
        List<Captured> items = crm.captured(2);

        Captured late = items.get(0).properties().get("item").equals("late") ? items.get(0) : items.get(1);
        Captured early = late == items.get(0) ? items.get(1) : items.get(0);
        assertThat(early.occurred().before(late.occurred())).isTrue();
    }

    @Test
    void aClockThatIsNotToldTellsNothing() throws Exception {
        crm.server.serving(request -> Answer.json(list(leads)).with("Date", ""));
        crm.leads("at: $.at").watched();
        Instant since = crm.asked();
        leads.add(lead(1, "2020-01-01T00:00:00Z"));
        Captured item = crm.captured(1).get(0);

        assertThat(item.occurred().earliest()).isAfterOrEqualTo(since.minusMillis(1));
        assertThat(crm.written
                        .all(dev.handoff.journal.ProbeChanged.class)
                        .get(0)
                        .detail())
                .isEqualTo("it listed what it has, it does not tell its time");
    }

    /** Without it a clock that is told in whole seconds leaves an order of two effects open for as long. */
    @Test
    void theClockOfThisMachineIsKnownToTheMillisecondWithoutBeingTold() throws Exception {
        crm.server.serving(request -> Answer.json(list(leads)).with("Date", ""));
        crm.leads("at: $.at\nclock: machine").watched();
        leads.add(lead(1, crm.server.now()));
        Captured item = crm.captured(1).get(0);

        assertThat(Duration.between(item.occurred().earliest(), item.occurred().latest()))
                .isLessThan(Duration.ofMillis(20));
    }

    @Test
    void aClockOfItsOwnTellsNothing() throws Exception {
        crm.leads("at: $.at\nclock: own").watched();
        Instant since = crm.asked();
        leads.add(lead(1, "2020-01-01T00:00:00Z"));

        assertThat(crm.captured(1).get(0).occurred().earliest()).isAfterOrEqualTo(since.minusMillis(1));
    }

    @Test
    void whatSaysItIsOlderIsOlderThoughItCouldOnlyBeAskedForLater() throws Exception {
        leads.add(lead("old", crm.server.now().minusSeconds(60)));
        crm.leadsByEmail("at: $.at").watched();
        leads.add(lead("new", crm.server.now()));
        crm.learn("email", "a@x.test");
        crm.captured(1);
        crm.asked();

        assertThat(crm.items()).containsExactly("new");
        assertThat(crm.evidence()).endsWith(", 1 item was there before");
    }

    @Test
    void whatWasNotThereBeforeIsNewWhateverItsTimeSays() throws Exception {
        crm.leads("at: $.at").watched();
        leads.add(lead(1, crm.server.now().minusSeconds(60)));

        assertThat(crm.captured(1)).hasSize(1);
    }

    @Test
    void whatASystemShowsLateMayHaveBeenThereBefore() throws Exception {
        crm.leads("at: $.at\nshows-within: 5s").watched();
        leads.add(lead("old", crm.server.now().minusSeconds(60)));
        leads.add(lead("new", crm.server.now()));
        crm.captured(1);
        Awaitility.await().until(() -> crm.evidence().contains("1 item was there before"));

        assertThat(crm.items()).containsExactly("new");
    }

    @Test
    void aSystemThatShowsLateHasSeenLessFar() throws Exception {
        crm.leads("shows-within: 700ms").watched();
        Instant now = crm.journal.now();
        Awaitility.await().until(() -> crm.probe.sight("s").seenUpTo() != null);
        assertThat(crm.probe.sight("s").seenUpTo()).isBefore(now);
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> {
            crm.probe.seeUpTo("s", now);
            return crm.probe.sight("s").seenUpTo().isAfter(now);
        });

        assertThat(Duration.between(now, crm.journal.now())).isGreaterThanOrEqualTo(Duration.ofMillis(700));
    }

    @Test
    void whatIsNoTimeIsNoAnswer() throws Exception {
        crm.leads("at: $.at").watched();
        leads.add(lead(1, "yesterday"));

        crm.awaitEvidence("crm cannot be asked for the CRM lead: what an item has at $.at is no time with an offset,"
                + " \"yesterday\"");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-02T03:04:05Z, 2026-01-02T03:04:05Z, 1000",
        "2026-01-02T03:04:05.678Z, 2026-01-02T03:04:05.678Z, 1",
        "2026-01-02T03:04:05.000+0000, 2026-01-02T03:04:05Z, 1000",
        "2026-01-02T04:04:05.5+01:00, 2026-01-02T03:04:05.500Z, 1",
        "2026-01-02 03:04:05+00, 2026-01-02T03:04:05Z, 1000",
        "1767323045, 2026-01-02T03:04:05Z, 1000",
        "1767323045678, 2026-01-02T03:04:05.678Z, 1",
        "1767323045.678, 2026-01-02T03:04:05.678Z, 1",
        "1767323045000, 2026-01-02T03:04:05Z, 1000",
    })
    void aTimeIsAsExactAsItIsWritten(String written, Instant instant, long unit) throws Exception {
        TheirTime time =
                TheirTime.of(new ObjectMapper().readTree("\"" + written + "\"")).orElseThrow();

        assertThat(time).isEqualTo(new TheirTime(instant, Duration.ofMillis(unit)));
        assertThat(time.earliest())
                .isEqualTo(instant.minus(Duration.ofMillis(unit).dividedBy(2)));
        assertThat(time.latest()).isEqualTo(instant.plusMillis(unit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-01-02", "2026-01-02T03:04:05", "soon", "-5", "2026", "99999999999999999"})
    void whatHasNoOffsetOrIsNoneIsNoTime(String written) throws Exception {
        assertThat(TheirTime.of(new ObjectMapper().readTree("\"" + written + "\"")))
                .isEmpty();
    }
}
