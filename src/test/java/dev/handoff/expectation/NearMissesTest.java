package dev.handoff.expectation;

import static dev.handoff.expectation.History.LEDGER;
import static dev.handoff.expectation.History.NOTICE;
import static dev.handoff.expectation.History.PAYOUT;
import static dev.handoff.expectation.History.REFUND;
import static dev.handoff.expectation.Said.exactly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.journal.ScenarioStarted;
import dev.handoff.journal.Snapshot;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearMissesTest {

    private static final Count ANY = exactly(1, REFUND);
    private static final Count FITTING = exactly(1, REFUND, "amount", "2500", "currency", "usd");
    private static final String FITS = "{\"amount\": 2500, \"currency\": \"usd\"}";
    private static final String HALF = "{\"amount\": 2500, \"currency\": \"eur\"}";
    private static final String NOT = "{\"amount\": 1, \"currency\": \"eur\"}";

    private static History asked() {
        return History.begins().action(0, "the refund").learned(0.1, "order_id", "A-100");
    }

    private static Optional<Long> nearest(Count count, History history) {
        return new NearMisses(history.settled().look(12), count).nearest().map(miss -> miss.captured()
                .index());
    }

    @Test
    void aStrayOfTheNameIsNearerThanWhatHasNoName() {
        History history =
                asked().unmapped(1, "payments").body(FITS).stray(2, REFUND).body(FITS);
        assertThat(nearest(FITTING, history)).contains(7L);
        assertThat(nearest(
                        FITTING,
                        asked().stray(1, REFUND)
                                .body(HALF)
                                .unmapped(2, "payments")
                                .body(FITS)))
                .contains(8L);
    }

    @Test
    void whatCarriesOurKeyUnderAnotherScenariosIdIsNearerThanAStray() {
        History history = asked().stray(1, REFUND)
                .body(FITS)
                .elsewhere(2, REFUND)
                .body("{\"amount\": 2500, \"currency\": \"usd\", \"to\": [{\"order\": \"A-100\"}]}");
        assertThat(nearest(FITTING, history)).contains(8L);
    }

    @Test
    void ourKeyIsFoundInHeadersAndPropertiesAndNeverAsAPieceOfALongerOne() {
        assertThat(nearest(ANY, asked().elsewhere(1, REFUND).header("X-Order", "A-100")))
                .contains(7L);
        assertThat(nearest(ANY, asked().elsewhere(1, REFUND).property("query.order", "A-100")))
                .contains(7L);
        assertThat(nearest(ANY, asked().elsewhere(1, REFUND).header("X-Order", "A-1001")))
                .isEmpty();
    }

    @Test
    void aTracerAndAKeyOfFourCharactersAreOurs() {
        assertThat(nearest(
                        ANY,
                        asked().learned(0.2, "refund_id", "re-1")
                                .elsewhere(1, REFUND)
                                .header("X-Refund", "re-1")))
                .contains(8L);
        Snapshot snapshot = asked().elsewhere(1, REFUND)
                .header("X-Note", "REF-7Q")
                .settled()
                .look(12);
        ScenarioStarted started = snapshot.started();
        Snapshot planted = new Snapshot(
                new ScenarioStarted(
                        started.index(),
                        started.at(),
                        started.scenario(),
                        started.name(),
                        started.feature(),
                        started.line(),
                        List.of("REF-7Q")),
                snapshot.entries(),
                snapshot.effects(),
                snapshot.contested(),
                snapshot.strays(),
                snapshot.elsewhere(),
                snapshot.changes(),
                snapshot.probes(),
                snapshot.scenarioNames(),
                snapshot.looked());
        assertThat(new NearMisses(snapshot, ANY).nearest()).isEmpty();
        assertThat(new NearMisses(planted, ANY).nearest().orElseThrow().mark())
                .endsWith(", and carries tracer REF-7Q of this scenario");
    }

    @Test
    void aKeyOfThreeCharactersIsNoProof() {
        History history =
                asked().learned(0.2, "refund_id", "100").elsewhere(1, REFUND).header("X-Order", "100");
        assertThat(nearest(ANY, history)).isEmpty();
    }

    @Test
    void whatAnotherScenarioGotIsNearOnlyWhenItFitsAWholeTable() {
        assertThat(nearest(FITTING, asked().elsewhere(1, REFUND).body(FITS))).contains(7L);
        assertThat(nearest(FITTING, asked().elsewhere(1, REFUND).body(HALF))).isEmpty();
        assertThat(nearest(ANY, asked().elsewhere(1, REFUND).body(FITS))).isEmpty();
        assertThat(nearest(
                        exactly(1, REFUND, "amount", "<any>"),
                        asked().elsewhere(1, REFUND).body(FITS)))
                .isEmpty();
    }

    @Test
    void anotherEffectOfTheSystemIsNearAndOneOfAnotherSystemOnlyWithHalfOfTheTable() {
        assertThat(nearest(ANY, asked().effect(1, PAYOUT))).contains(7L);
        assertThat(nearest(ANY, asked().effect(1, LEDGER))).isEmpty();
        assertThat(nearest(FITTING, asked().effect(1, LEDGER).body(HALF))).contains(7L);
        assertThat(nearest(
                        exactly(1, REFUND, "amount", "2500", "a", "1", "b", "2"),
                        asked().effect(1, LEDGER).body(HALF)))
                .isEmpty();
    }

    @Test
    void whatHoldsNoValueOfTheTableIsNotNear() {
        assertThat(nearest(FITTING, asked().effect(1, PAYOUT).body(NOT))).isEmpty();
        assertThat(nearest(FITTING, asked().stray(1, REFUND).body(NOT))).isEmpty();
        assertThat(nearest(FITTING, asked().contested(1, REFUND).body(NOT))).isEmpty();
    }

    @Test
    void aStrayOfAnotherNameOrSystemIsSomebodyElses() {
        assertThat(nearest(FITTING, asked().stray(1, PAYOUT).body(FITS))).isEmpty();
        assertThat(nearest(ANY, asked().stray(1, NOTICE))).isEmpty();
    }

    @Test
    void aStrayWithoutANameIsNearInTheSystemOfTheEffectWithHalfOfTheTable() {
        EffectName unnamed = new EffectName(null, "payments");
        assertThat(nearest(FITTING, asked().stray(1, unnamed).body(HALF))).contains(7L);
        assertThat(nearest(FITTING, asked().stray(1, unnamed).body(NOT))).isEmpty();
        assertThat(nearest(ANY, asked().stray(1, unnamed).body(FITS))).isEmpty();
        assertThat(nearest(
                        exactly(1, REFUND, "amount", "2500", "a", "1", "b", "2"),
                        asked().stray(1, unnamed).body(HALF)))
                .isEmpty();
        assertThat(nearest(
                        FITTING, asked().stray(1, new EffectName(null, "mail")).body(FITS)))
                .isEmpty();
    }

    @Test
    void whatIsContestedOrElsewhereUnderAnotherNameOrRefusedIsNotNear() {
        assertThat(nearest(FITTING, asked().contested(1, PAYOUT).body(FITS))).isEmpty();
        assertThat(nearest(FITTING, asked().contested(1, REFUND).body(FITS).rejected(503)))
                .isEmpty();
        assertThat(nearest(FITTING, asked().elsewhere(1, PAYOUT).body(FITS))).isEmpty();
        assertThat(nearest(FITTING, asked().elsewhere(1, REFUND).body(NOT).header("X-Order", "A-100")))
                .isEmpty();
    }

    @Test
    void ofOneKindTheOneWithMoreRowsThatHoldIsNearer() {
        EffectName unnamed = new EffectName(null, "payments");
        for (History history : List.of(
                asked().effect(1, PAYOUT).body(HALF).effect(2, PAYOUT).body(FITS),
                asked().effect(1, LEDGER).body(HALF).effect(2, LEDGER).body(FITS),
                asked().stray(1, REFUND).body(HALF).stray(2, REFUND).body(FITS),
                asked().stray(1, unnamed).body(HALF).stray(2, unnamed).body(FITS),
                asked().contested(1, REFUND).body(HALF).contested(2, REFUND).body(FITS),
                asked().elsewhere(1, REFUND)
                        .body(HALF)
                        .header("X-Order", "A-100")
                        .elsewhere(2, REFUND)
                        .body(FITS)
                        .header("X-Order", "A-100"))) {
            assertThat(nearest(FITTING, history)).contains(8L);
        }
    }

    @Test
    void itIsSaidWhatMakesAnotherEffectAnother() {
        assertThat(mark(asked().effect(1, PAYOUT).body(FITS))).isEqualTo("another effect: payout");
        assertThat(mark(asked().effect(1, LEDGER).body(FITS))).isEqualTo("another effect: ledger entry, in ledger");
        assertThat(mark(asked().unmapped(1, "payments").body(FITS)))
                .isEqualTo("an effect that the vocabulary has no name for");
        assertThat(mark(asked().unmapped(1, "mail").body(FITS)))
                .isEqualTo("an effect that the vocabulary has no name for, in mail");
    }

    private static String mark(History history) {
        return new NearMisses(history.settled().look(12), FITTING)
                .nearest()
                .orElseThrow()
                .mark();
    }

    @Test
    void anAttemptIsNoNearMissOfAnotherName() {
        assertThat(nearest(ANY, asked().effect(1, PAYOUT).rejected(503))).isEmpty();
        assertThat(nearest(
                        ANY,
                        asked().elsewhere(1, REFUND).header("X-Order", "A-100").rejected(503)))
                .isEmpty();
        assertThat(nearest(ANY, asked().stray(1, REFUND).rejected(503))).isEmpty();
    }

    @Test
    void ofEquallyNearOnesTheFirstIsMeant() {
        assertThat(nearest(
                        FITTING,
                        asked().stray(1, REFUND).body(HALF).stray(2, REFUND).body(HALF)))
                .contains(7L);
    }
}
