package dev.handoff.sandbox.poll;

import static dev.handoff.sandbox.poll.Polled.lead;
import static dev.handoff.sandbox.poll.Polled.list;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.journal.Changed;
import dev.handoff.journal.ProbeChanged;
import dev.handoff.sandbox.poll.SandboxServer.Answer;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers of several pages are read to their end, or count for nothing. */
@Timeout(30)
class PollPagingTest {

    private Polled crm;

    @BeforeEach
    void serve() throws IOException {
        crm = new Polled();
    }

    @AfterEach
    void close() throws IOException {
        crm.close();
    }

    /** Lists what the service lists, for a scenario that learns only now what to ask by. */
    private List<String> listed(int count, String paging, SandboxServer.Service service) throws IOException {
        crm.server.serving(service);
        crm.leadsByEmail("paging: " + paging).watched();
        crm.learn("email", "a@x.test");
        crm.captured(count);
        crm.asked();
        return crm.items();
    }

    private static List<String> leads(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Polled::lead).toList();
    }

    @Test
    void theNextPageMayBeAnAddressInTheAnswer() throws Exception {
        assertThat(listed(
                        2,
                        "{ next: $.next }",
                        request -> Answer.json(
                                request.query("part") == null
                                        ? "{\"items\":[" + lead(1) + "],\"next\":\"/leads?part=2\"}"
                                        : "{\"items\":[" + lead(2) + "],\"next\":null}")))
                .containsExactly("1", "2");
    }

    @Test
    void theNextPageMayBeALink() throws Exception {
        assertThat(listed(
                        2,
                        "{ next: header Link }",
                        request -> request.query("page") == null
                                ? Answer.json(list(List.of(lead(1))))
                                        .with(
                                                "Link",
                                                "<" + crm.server.url() + "/leads?page=9>; rel=\"last\", <"
                                                        + crm.server.url()
                                                        + "/leads?page=2>; title=\"a, b\"; rel=\"x next\"")
                                : Answer.json(list(List.of(lead(2))))))
                .containsExactly("1", "2");
    }

    @Test
    void theNextPageMayBeAskedForByAValueOfTheAnswer() throws Exception {
        assertThat(listed(
                        2,
                        "{ cursor: $.paging.after, as: after }",
                        request -> Answer.json(
                                "c+2 &".equals(request.query("after"))
                                        ? list(List.of(lead(2)))
                                        : "{\"items\":[" + lead(1) + "],\"paging\":{\"after\":\"c+2 &\"}}")))
                .containsExactly("1", "2");
    }

    @Test
    void theNextPageMayBeAskedForByTheLastItem() throws Exception {
        assertThat(listed(
                        2,
                        "{ cursor: last $.id, as: starting_after, while: $.has_more, fixed: true }",
                        request -> Answer.json(
                                "1".equals(request.query("starting_after"))
                                        ? "{\"items\":[" + lead(2) + "],\"has_more\":false}"
                                        : "{\"items\":[" + lead(1) + "],\"has_more\":true}")))
                .containsExactly("1", "2");
        assertThat(crm.server.requests())
                .filteredOn(request -> request.query("starting_after") != null)
                .isNotEmpty()
                .allMatch(request -> request.query("email").equals("a@x.test"));
    }

    @Test
    void pagesMayBeCountedAndASystemMayGiveFewerThanItIsAskedFor() throws Exception {
        assertThat(listed(
                        5,
                        "{ page: page, size: { per_page: 100 } }",
                        request -> Answer.json(list(leads(5).stream()
                                .skip((Integer.parseInt(request.query("page")) - 1) * 2L)
                                .limit(2)
                                .toList()))))
                .containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void whatIsListedMayBeCountedAndTheTotalTellsTheEnd() throws Exception {
        assertThat(listed(
                        5,
                        "{ offset: start, size: { limit: 50 }, total: $.total }",
                        request -> Answer.json(list(leads(5).stream()
                                        .skip(Integer.parseInt(request.query("start")))
                                        .limit(2)
                                        .toList())
                                .replaceFirst("\\{", "{\"total\":5,"))))
                .containsExactly("1", "2", "3", "4", "5");
        assertThat(crm.server.requests())
                .extracting(request -> request.query("start"))
                .doesNotContain("5");
    }

    @Test
    void moreThanMayBeReadIsNotCutInSilence() throws Exception {
        crm.server.serving(request ->
                Answer.json("{\"items\":[" + lead(1) + "],\"next\":\"/leads?part=" + System.nanoTime() + "\"}"));
        crm.leads("paging: { next: $.next, most: 3 }").watched();
        crm.awaitEvidence("pages");

        assertThat(crm.probe.sight("s").seenUpTo()).isNull();
        assertThat(crm.items()).isEmpty();
        assertThat(crm.evidence())
                .isEqualTo("crm has not answered a poll yet; crm cannot be asked for the CRM lead: there are more than"
                        + " 3 pages; let the request ask for the scenario's own, or raise most");
    }

    @Test
    void pagesThatGoRoundHaveNoEnd() throws Exception {
        crm.server.serving(request -> Answer.json("{\"items\":[" + lead(1) + "],\"next\":\"/leads?part=2\"}"));
        crm.leads("paging: { next: $.next }").watched();

        crm.awaitEvidence("its pages go round");
        assertThat(crm.items()).isEmpty();
    }

    @Test
    void morePagesThatNobodySaysWhereToFindAreNoEnd() throws Exception {
        crm.server.serving(request -> Answer.json("{\"items\":[],\"has_more\":true}"));
        crm.leads("paging: { cursor: last $.id, as: after, while: $.has_more }").watched();

        crm.awaitEvidence("it says that there are further pages, and not where");
        assertThat(crm.probe.sight("s").seenUpTo()).isNull();
    }

    @Test
    void ofAPollWhosePageFailsNothingCounts() throws Exception {
        AtomicReference<Answer> second = new AtomicReference<>(Answer.json(list(List.of())));
        AtomicReference<String> first = new AtomicReference<>("[]");
        crm.server.serving(request -> request.query("part") == null
                ? Answer.json("{\"items\":" + first.get() + ",\"next\":\"/leads?part=2\"}")
                : second.get());
        crm.leads("paging: { next: $.next }").watched();
        crm.asked();
        second.set(Answer.status(400));
        Instant failing = crm.journal.now();
        first.set("[" + lead(1) + "]");
        crm.awaitEvidence("crm cannot be asked for the CRM lead: it answered 400");

        assertThat(crm.items()).isEmpty();
        assertThat(crm.probe.sight("s").seenUpTo()).isBefore(failing);
        second.set(Answer.json(list(List.of(lead(2)))));
        crm.captured(2);
        assertThat(crm.items()).containsExactly("1", "2");
    }

    @Test
    void aPageThatBreaksDownLeavesTheProbeDown() throws Exception {
        AtomicReference<Answer> second = new AtomicReference<>(Answer.json(list(List.of())));
        crm.server.serving(request -> request.query("part") == null
                ? Answer.json("{\"items\":[],\"next\":\"/leads?part=2\"}")
                : second.get());
        crm.leads("paging: { next: $.next }").watched();
        second.set(Answer.status(500));

        ProbeChanged down = crm.written.await(ProbeChanged.class, change -> !change.up());
        assertThat(down.detail()).isEqualTo("it answered 500 to GET /leads");
    }

    @Test
    void whatMovesToAPageThatWasReadIsNeitherLostNorDoubled() throws Exception {
        AtomicInteger readings = new AtomicInteger();
        AtomicReference<Boolean> moving = new AtomicReference<>(false);
        List<String> before = List.of(lead("a"), lead("b"), lead("c"), lead("d"));
        List<String> after = List.of(lead("d"), lead("a"), lead("b"), lead("c"));
        crm.leadsByEmail("paging: { page: page }");
        crm.server.serving(counted(readings, moving, before, after));
        crm.watched();
        crm.learn("email", "a@x.test");
        crm.captured(4);
        moving.set(true);
        crm.asked();
        crm.asked();
        crm.asked();

        assertThat(crm.items()).containsExactlyInAnyOrder("a", "b", "c", "d");
        assertThat(crm.written.all(Changed.class)).isEmpty();
    }

    /** Two pages of two; when it moves, d comes to the front after the first page of each first reading was read. */
    private static SandboxServer.Service counted(
            AtomicInteger readings, AtomicReference<Boolean> moving, List<String> before, List<String> after) {
        return request -> switch (request.query("page")) {
            case "1" ->
                Answer.json(list(
                        !moving.get() || readings.incrementAndGet() % 2 == 1
                                ? before.subList(0, 2)
                                : after.subList(0, 2)));
            case "2" -> Answer.json(list(moving.get() ? after.subList(2, 4) : before.subList(2, 4)));
            default -> Answer.json(list(List.of()));
        };
    }

    @Test
    void oneIdOnTwoPagesIsOneItemAsItWasReadLast() throws Exception {
        assertThat(listed(
                        2,
                        "{ next: $.next, fixed: true }",
                        request -> Answer.json(
                                request.query("part") == null
                                        ? "{\"items\":[" + lead(1) + "," + lead(2) + "],\"next\":\"/leads?part=2\"}"
                                        : "{\"items\":[" + lead(2).replace("a@x", "b@x") + "]}")))
                .containsExactly("1", "2");
        assertThat(crm.written.captured().get(1).content().text()).contains("b@x.test");
        assertThat(crm.written.all(Changed.class)).isEmpty();
    }

    @Test
    void twoDifferentItemsOfOneIdAreNoAnswer() throws Exception {
        crm.server.serving(request -> Answer.json(list(List.of(lead(1), lead(1).replace("a@x", "b@x")))));
        crm.leads("").watched();

        crm.awaitEvidence("crm cannot be asked for the CRM lead: it lists different items of the id 1;"
                + " what is named by id must tell its items apart");
    }

    @Test
    void aThousandItemsAreAThousandEffects() throws Exception {
        List<String> leads = leads(1000);
        assertThat(listed(
                        1000,
                        "{ offset: start, size: { limit: 100 } }",
                        request -> Answer.json(list(leads.stream()
                                .skip(Integer.parseInt(request.query("start")))
                                .limit(100)
                                .toList()))))
                .hasSize(1000)
                .doesNotHaveDuplicates();
    }

    @Test
    void theNextPageIsNotFollowedToAnotherHost() throws Exception {
        try (SandboxServer elsewhere = new SandboxServer()) {
            crm.server.serving(request -> Answer.json(
                    "{\"items\":[],\"next\":\"" + elsewhere.url().replace("127.0.0.1", "localhost") + "/leads\"}"));
            crm.leads("key: k-secret\npaging: { next: $.next }").watched();

            crm.awaitEvidence("its next page is at another host, localhost");
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void theNextPageIsAskedForWhereTheFirstWas() throws Exception {
        assertThat(listed(
                        2,
                        "{ next: $.next }",
                        request -> Answer.json(
                                request.query("part") == null
                                        ? "{\"items\":[" + lead(1) + "],\"next\":\"https://127.0.0.1:1/leads?part=2\"}"
                                        : list(List.of(lead(2))))))
                .containsExactly("1", "2");
    }

    @Test
    void aSearchIsAskedInTheBodyPageByPage() throws Exception {
        crm.server.serving(request -> Answer.json(
                request.body().contains("\"after\":\"2\"")
                        ? list(List.of(lead(2)))
                        : "{\"items\":[" + lead(1) + "],\"paging\":{\"next\":{\"after\":\"2\"}}}"));
        crm.saying("""
                url: URL
                every: 20ms
                id: $.id
                items: $.items
                paging: { cursor: $.paging.next.after, as: $.after }
                records:
                  CRM lead:
                    request: POST /leads/search
                    body: { filter: "${email}", limit: 100 }
                """).watched();
        crm.learn("email", "a@x.test");
        crm.captured(2);

        assertThat(crm.items()).containsExactly("1", "2");
        assertThat(crm.server.requests())
                .extracting(SandboxServer.Request::body)
                .contains("{\"filter\":\"a@x.test\",\"limit\":100,\"after\":\"2\"}");
    }
}
