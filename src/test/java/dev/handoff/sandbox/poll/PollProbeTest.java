package dev.handoff.sandbox.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.journal.Captured;
import dev.handoff.journal.Changed;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.sandbox.Written;
import dev.handoff.sandbox.poll.SandboxServer.Answer;
import dev.handoff.vocabulary.SystemSpec;
import dev.handoff.vocabulary.VocabularyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class PollProbeTest {

    @TempDir
    Path folder;

    private final Written written = new Written();
    private final Journal journal = new Journal(JournalSettings.NONE, written);
    private final Map<String, Object> known = new ConcurrentHashMap<>();
    private final List<String> leads = new CopyOnWriteArrayList<>();
    private SandboxServer crm;
    private PollProbe probe;

    @BeforeEach
    void serve() throws IOException {
        crm = new SandboxServer().serving(request -> Answer.json(list(leads)));
    }

    @AfterEach
    void close() throws IOException {
        if (probe != null) {
            probe.close();
        }
        crm.close();
    }

    private static String list(List<String> items) {
        return "{\"items\":[" + String.join(",", items) + "]}";
    }

    private static String lead(int id) {
        return "{\"id\":" + id + ",\"email\":\"a@x.test\"}";
    }

    /** A probe of a system that is said in YAML, with these keys beside type, every, records and id. */
    private PollProbe probe(String keys, String request) throws IOException {
        return probe("""
                url: %s
                every: 20ms
                id: $.id
                %s
                records:
                  CRM lead: { request: "%s", items: $.items }
                """.formatted(crm.url(), keys, request));
    }

    private PollProbe probe(String system) throws IOException {
        Path file = folder.resolve("handoff.yaml");
        Files.writeString(
                file,
                "application: { url: http://localhost }\ncorrelation: { keys: [email] }\nsystems:\n  crm:\n    type: poll\n"
                        + system.indent(4));
        SystemSpec spec = VocabularyReader.read(file, Map.of()).systems().get("crm");
        probe = new PollProbe((SystemSpec.Poll) spec, name -> Optional.empty(), journal);
        return probe;
    }

    private void watch(String keys, String request) throws IOException {
        probe(keys, request);
        watched();
    }

    private void watched() {
        probe.prove();
        probe.watch("s", name -> Optional.ofNullable(known.get(name)));
    }

    /** Waits until a poll for the scenario that began after now has been answered. */
    private Instant asked() {
        Instant now = journal.now();
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> {
            probe.seeUpTo("s", now);
            Instant seen = probe.sight("s").seenUpTo();
            return seen != null && seen.isAfter(now);
        });
        return now;
    }

    private List<String> names() {
        return written.captured().stream()
                .map(item -> item.properties().get("item"))
                .toList();
    }

    private void awaitEvidence(String text) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .until(() -> probe.sight("s").evidence().contains(text));
    }

    @Test
    void anItemThatIsNewIsAnEffectOnce() throws Exception {
        known.put("email", "a+b@x.test");
        watch("", "GET /leads?email=${email}");
        leads.add(lead(1));
        Captured item = written.captured(1).get(0);
        asked();
        asked();

        assertThat(written.captured()).hasSize(1);
        assertThat(item.effect()).isEqualTo("CRM lead");
        assertThat(item.summary()).isEqualTo("item 1");
        assertThat(item.content().text()).isEqualTo(lead(1));
        assertThat(item.properties()).isEqualTo(Map.of("item", "1", "parameter.email", "a+b@x.test"));
        assertThat(crm.requests().get(1).query("email")).isEqualTo("a+b@x.test");
    }

    @Test
    void whatWasThereBeforeTheScenarioIsNoneOfItsEffects() throws Exception {
        leads.add(lead(1));
        watch("", "GET /leads");
        leads.add(lead(2));
        written.captured(1);
        asked();

        assertThat(names()).containsExactly("2");
        assertThat(probe.sight("s").evidence()).matches("crm asked \\d+ times, 1 item was there before");
    }

    @Test
    void whatChangesAndVanishesAndComesBackIsOneEffect() throws Exception {
        watch("", "GET /leads");
        leads.add(lead(1));
        written.captured(1);
        leads.set(0, lead(1).replace("a@x", "b@x"));
        written.await(Changed.class, change -> !change.gone());
        leads.clear();
        written.await(Changed.class, Changed::gone);
        leads.add(lead(1));
        Awaitility.await().until(() -> written.all(Changed.class).size() == 3);

        assertThat(written.captured()).hasSize(1);
        assertThat(written.all(Changed.class)).extracting(Changed::gone).containsExactly(false, true, false);
    }

    @Test
    void whatCannotBeAskedYetIsNotAsked() throws Exception {
        watch("", "GET /leads?email=${email}");
        asked();
        assertThat(probe.sight("s").unasked()).isEqualTo(Map.of("CRM lead", "email is not known in this scenario"));

        known.put("email", "a@x.test");
        asked();
        assertThat(probe.sight("s").unasked()).isEmpty();
    }

    @Test
    void theNextPageMayBeAnAddressInTheAnswer() throws Exception {
        crm.serving(request -> Answer.json(
                request.query("part") == null
                        ? "{\"items\":[" + lead(1) + "],\"next\":\"/leads?part=2\"}"
                        : "{\"items\":[" + lead(2) + "],\"next\":null}"));
        watchNew("paging: { next: $.next }");

        assertThat(names()).containsExactly("1", "2");
    }

    /** Watches a list that was empty before. */
    private void watchNew(String keys) throws Exception {
        probe(keys, "GET /leads?for=${email}");
        watched();
        known.put("email", "a@x.test");
        written.captured(2);
        asked();
    }

    @Test
    void theNextPageMayBeALink() throws Exception {
        crm.serving(request -> request.query("page") == null
                ? Answer.json("{\"items\":[" + lead(1) + "]}")
                        .with(
                                "Link",
                                "<" + crm.url() + "/leads?page=9>; rel=\"last\", <" + crm.url()
                                        + "/leads?page=2>; title=\"a, b\"; rel=\"x next\"")
                : Answer.json("{\"items\":[" + lead(2) + "]}"));
        watchNew("paging: { next: header Link }");

        assertThat(names()).containsExactly("1", "2");
    }

    @Test
    void theNextPageMayBeAskedForByAValueOfTheAnswer() throws Exception {
        crm.serving(request -> Answer.json(
                "c 2".equals(request.query("after"))
                        ? "{\"items\":[" + lead(2) + "]}"
                        : "{\"items\":[" + lead(1) + "],\"paging\":{\"after\":\"c 2\"}}"));
        watchNew("paging: { cursor: $.paging.after, as: after }");

        assertThat(names()).containsExactly("1", "2");
    }

    @Test
    void theNextPageMayBeAskedForByTheLastItem() throws Exception {
        crm.serving(request -> Answer.json(
                "1".equals(request.query("starting_after"))
                        ? "{\"items\":[" + lead(2) + "],\"has_more\":false}"
                        : "{\"items\":[" + lead(1) + "],\"has_more\":true}"));
        watchNew("paging: { cursor: last $.id, as: starting_after, while: $.has_more, fixed: true }");

        assertThat(names()).containsExactly("1", "2");
        assertThat(crm.requests())
                .filteredOn(request -> request.query("starting_after") != null)
                .allMatch(request -> request.query("for").equals("a@x.test"));
    }

    @Test
    void pagesMayBeCountedAndASystemMayGiveFewerThanItIsAskedFor() throws Exception {
        List<String> five =
                IntStream.rangeClosed(1, 5).mapToObj(PollProbeTest::lead).toList();
        crm.serving(request -> {
            int page = Integer.parseInt(request.query("page"));
            return Answer.json(list(five.stream().skip((page - 1) * 2L).limit(2).toList()));
        });
        probe("paging: { page: page, size: { per_page: 100 } }", "GET /leads?for=${email}");
        watched();
        known.put("email", "a@x.test");
        written.captured(5);

        assertThat(names()).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void pagesMayBeCountedByTheItemsBefore() throws Exception {
        List<String> five =
                IntStream.rangeClosed(1, 5).mapToObj(PollProbeTest::lead).toList();
        crm.serving(request -> {
            int start = Integer.parseInt(request.query("start"));
            return Answer.json(list(five.stream().skip(start).limit(2).toList()).replaceFirst("\\{", "{\"total\":5,"));
        });
        probe("paging: { offset: start, size: { limit: 50 }, total: $.total }", "GET /leads?for=${email}");
        watched();
        known.put("email", "a@x.test");
        written.captured(5);

        assertThat(names()).containsExactly("1", "2", "3", "4", "5");
        assertThat(crm.requests()).extracting(request -> request.query("start")).doesNotContain("5");
    }

    @Test
    void moreThanMayBeReadIsNotCutInSilence() throws Exception {
        crm.serving(request -> Answer.json(
                "{\"items\":[],\"next\":\"/leads?part=" + crm.requests().size() + "\"}"));
        probe("paging: { next: $.next, most: 3 }", "GET /leads");
        probe.watch("s", name -> Optional.empty());
        awaitEvidence("there are more than 3 pages");

        assertThat(probe.sight("s").seenUpTo()).isNull();
        assertThat(probe.sight("s").evidence())
                .isEqualTo("crm has not answered a poll yet; crm cannot be asked for the CRM lead: there are more than"
                        + " 3 pages; let the request ask for the scenario's own, or raise most");
    }
}
