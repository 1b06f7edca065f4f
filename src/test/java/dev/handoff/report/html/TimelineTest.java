package dev.handoff.report.html;

import static dev.handoff.expectation.History.LEDGER;
import static dev.handoff.expectation.History.NOTICE;
import static dev.handoff.expectation.History.PAYOUT;
import static dev.handoff.expectation.History.REFUND;
import static dev.handoff.expectation.Said.atLeast;
import static dev.handoff.expectation.Said.exactly;
import static dev.handoff.expectation.Said.happens;
import static dev.handoff.expectation.Said.no;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.expectation.EffectName;
import dev.handoff.expectation.Expectation;
import dev.handoff.expectation.History;
import dev.handoff.expectation.Judge;
import dev.handoff.expectation.Said;
import dev.handoff.expectation.Source;
import dev.handoff.expectation.Statement;
import dev.handoff.journal.Entry;
import dev.handoff.journal.Snapshot;
import dev.handoff.recording.Judged;
import dev.handoff.report.text.Golden;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class TimelineTest {

    private static final String ATTACK = "</text></svg><script>alert('1')</script><img src=x onerror=\"alert(1)\">&";

    private static String html(Snapshot snapshot, Statement... statements) {
        List<Judged> judged = Stream.of(statements)
                .map(statement -> judged(Said.that(statement), snapshot))
                .toList();
        return Timeline.html(snapshot, judged, List.of(snapshot.looked()));
    }

    private static Judged judged(Expectation expectation, Snapshot snapshot) {
        return new Judged("scenario", snapshot.looked().index(), expectation, Judge.judge(expectation, snapshot));
    }

    @Test
    void whatWasPromisedAndKeptIsOnePicture() {
        Snapshot snapshot = History.begins()
                .action(0.05, "the refund")
                .exchange(0.1, 0.4, 202)
                .learned(0.4, "refund_id", "re_7a")
                .effect(0.6, REFUND)
                .summary("POST /v1/refunds")
                .effect(0.9, LEDGER)
                .between(0.7, 0.9)
                .stage(0.8, 1, "completed")
                .settled()
                .look(2);
        Golden.assertIs(
                TimelineTest.class, "kept.html", html(snapshot, happens(exactly(1, REFUND)), happens(no(PAYOUT))));
    }

    @Test
    void everySortOfThingHasASignOfItsOwn() {
        Snapshot snapshot = History.begins()
                .faultPlanned(0.1, "payments", "answers 503 to the next request")
                .action(0.2, "the refund")
                .noAnswer(0.5, "Connection refused")
                .effect(1, REFUND)
                .rejected(503)
                .fault(1, "answers 503 to the next request")
                .effect(1.4, REFUND)
                .unconfirmed(201)
                .exchangeEnded(2.4, "the caller hung up")
                .effect(2.6, REFUND)
                .replayed(201)
                .copied(2.7)
                .contested(2.8, NOTICE)
                .stray(2.9, PAYOUT)
                .stray(3, NOTICE)
                .effect(3, LEDGER)
                .body("{\"state\":\"pending\"}")
                .changed(3.4, 3.6, "{\"state\":\"posted\"}")
                .gone(4.2)
                .performed(3.2, 4.4, "Shop", "restarted, ready after 1.2 s")
                .probeDown(4.5, 4.1, "ledger")
                .probeUp(5, "ledger")
                .effect(5.2, PAYOUT)
                .gaveUp("outbox holds 2")
                .look(20);
        Golden.assertIs(
                TimelineTest.class,
                "signs.html",
                html(
                        snapshot,
                        happens(exactly(2, PAYOUT)),
                        happens(no(PAYOUT)),
                        happens(exactly(1, REFUND)),
                        new Statement.NothingElse(List.of())));
    }

    @Test
    void whatFindsNoRoomIsCounted() {
        History history = History.begins().action(0, "the refund");
        for (int i = 0; i < 3000; i++) {
            history.effect(1 + i * 0.0001, REFUND);
        }
        history.effect(1.2, REFUND).rejected(503).fault(1.2, "answers 503 to the next request");
        String picture = html(history.settled().look(3));
        assertThat(picture).contains("answers 503 to the next request on #3006");
        assertThat(matches("and (\\d+) without a label: \\1 × provider refund<", picture))
                .hasSize(1);
        assertThat(matches("and (\\d+) more: \\1 × provider refund<", picture)).hasSize(1);
        assertShowsOrCounts(picture, history.look(3));
    }

    @ParameterizedTest
    @MethodSource("histories")
    void everyEntryIsShownOrCounted(Snapshot snapshot) {
        assertShowsOrCounts(html(snapshot, happens(atLeast(1, REFUND))), snapshot);
    }

    private static void assertShowsOrCounts(String picture, Snapshot snapshot) {
        long left = Stream.of("and (\\d+) more: ", "; not drawn: (\\d+) business")
                .flatMap(count -> matches(count, picture).stream())
                .mapToLong(count -> Long.parseLong(count.group(1)))
                .sum();
        List<Long> shown = matches("<title>#(\\d+) ", picture).stream()
                .map(title -> Long.parseLong(title.group(1)))
                .toList();
        List<Long> hidden = snapshot.own()
                .map(Entry::index)
                .filter(index -> !shown.contains(index))
                .toList();
        assertThat(hidden).hasSize((int) left);
    }

    @ParameterizedTest
    @MethodSource("histories")
    void noLabelLiesUponAnother(Snapshot snapshot) {
        Axis axis = new Axis(3);
        for (Lane lane : Lanes.of(snapshot, List.of())) {
            List<Placed> placed = Arrangement.of(lane, axis).placed();
            for (Placed one : placed) {
                assertThat(left(one, axis)).isGreaterThanOrEqualTo(Axis.LEFT - Sign.SIZE / 2);
                assertThat(placed)
                        .filteredOn(other -> other != one && other.row() == one.row())
                        .allMatch(
                                other -> right(other, axis) < left(one, axis) || right(one, axis) < left(other, axis));
            }
        }
    }

    private static double left(Placed placed, Axis axis) {
        return axis.x(placed.mark().from()) - (placed.side() == Placed.Side.LEFT ? width(placed) : 0);
    }

    private static double right(Placed placed, Axis axis) {
        return axis.x(placed.mark().to()) + (placed.side() == Placed.Side.RIGHT ? width(placed) : 0);
    }

    private static double width(Placed placed) {
        return Label.width(placed.mark().label());
    }

    static Stream<Snapshot> histories() {
        return IntStream.range(0, 60).mapToObj(seed -> history(new Random(seed)));
    }

    private static Snapshot history(Random random) {
        List<EffectName> effects = List.of(REFUND, PAYOUT, NOTICE, LEDGER);
        History history = History.begins().action(0, "the refund");
        double now = 0;
        int length = 1 + random.nextInt(random.nextInt(4) == 0 ? 400 : 30);
        for (int i = 0; i < length; i++) {
            now = Math.min(2.9, now + random.nextDouble() * 0.1);
            switch (random.nextInt(12)) {
                case 0 -> history.action(now, "a step with quite a long name, that is longer than any label may be");
                case 1 -> history.exchange(now, now + random.nextDouble(), 200);
                case 2 -> history.learned(now, "order_id", "A-" + i);
                case 3 -> history.faultPlanned(now, "mail", "is down");
                case 4 -> history.stage(random.nextDouble() * now, now, "stage " + i);
                case 5 -> history.contested(now, NOTICE);
                case 6 -> history.performed(now, now + random.nextDouble() * 2, "Shop", "restarted");
                case 7 ->
                    history.effect(now, LEDGER).changed(now, now + 0.1, "{}").exchangeEnded(now + 0.2, "answered 201");
                case 8 -> history.stray(now, NOTICE);
                default ->
                    history.effect(now, effects.get(random.nextInt(4)))
                            .between(random.nextDouble() * now, now)
                            .fault(now, "is slow");
            }
        }
        return history.settled().look(3);
    }

    @Test
    void whatWasCapturedNeverBecomesMarkup() throws Exception {
        Snapshot snapshot = History.begins()
                .action(0, ATTACK)
                .noAnswer(0.1, ATTACK)
                .faultPlanned(0.1, ATTACK, ATTACK)
                .effect(1, new EffectName(ATTACK, ATTACK))
                .summary(ATTACK)
                .fault(1, ATTACK)
                .exchangeEnded(1.1, ATTACK)
                .performed(1, 1.2, ATTACK, ATTACK)
                .stage(1, 1.3, ATTACK)
                .gaveUp(ATTACK)
                .look(2);
        Expectation expectation =
                new Expectation(new Source(ATTACK, 1, ATTACK), happens(exactly(1, REFUND)), Expectation.Strays.WARN);
        String page = Timeline.html(snapshot, List.of(judged(expectation, snapshot)), List.of(snapshot.looked()));
        assertThat(page).doesNotContain("<script", "<img").contains("&lt;script&gt;");
        assertThat(elements(page))
                .containsOnly("svg", "defs", "pattern", "g", "title", "text", "line", "rect", "circle", "path");
        assertThat(attributes(page)).noneMatch(name -> name.startsWith("on") || name.contains("href"));
    }

    @Test
    void thePageLoadsNothingAndRunsNothing() {
        String page =
                html(History.begins().action(0, "the refund").effect(1, REFUND).look(2));
        assertThat(page)
                .contains("content=\"default-src 'none'; style-src 'unsafe-inline'\"")
                .doesNotContain("<script", "<link", "@import", "src=", "href");
        assertThat(matches("url\\((.)", page)).allMatch(url -> url.group(1).equals("#"));
    }

    @Test
    void aScenarioThatDidNothingHasAPictureToo() {
        assertThat(html(History.begins().look(0))).contains("A refund is paid once", ">0.000 s<");
    }

    private static List<MatchResult> matches(String expression, String text) {
        Matcher matcher = Pattern.compile(expression).matcher(text);
        return matcher.results().toList();
    }

    private static List<String> elements(String page) throws Exception {
        NodeList all = svg(page).getElementsByTagName("*");
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> all.item(i).getNodeName())
                .distinct()
                .toList();
    }

    private static List<String> attributes(String page) throws Exception {
        NodeList all = svg(page).getElementsByTagName("*");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            for (int j = 0; j < all.item(i).getAttributes().getLength(); j++) {
                names.add(all.item(i).getAttributes().item(j).getNodeName());
            }
        }
        return names;
    }

    private static Document svg(String page) throws ParserConfigurationException, SAXException, IOException {
        String svg = page.substring(page.indexOf("<svg"), page.indexOf("</svg>") + "</svg>".length());
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
