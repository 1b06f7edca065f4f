package dev.handoff.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.journal.Attributed;
import dev.handoff.journal.Captured;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogOrderTest {

    private static final EffectName EVENT = new EffectName("order completed event", "events");

    /** Two messages of the same second in one partition, but for what is changed afterwards. */
    private static History two(String offset, String secondOffset) {
        return History.begins()
                .effect(2, EVENT)
                .between(1, 2)
                .property("topic", "shop.events")
                .property("partition", "0")
                .property("offset", offset)
                .effect(2, EVENT)
                .between(1, 2)
                .property("topic", "shop.events")
                .property("partition", "0")
                .property("offset", secondOffset);
    }

    private static boolean isFirstBefore(History history) {
        List<Captured> messages =
                history.look(5).effects().stream().map(Attributed::captured).toList();
        return LogOrder.before(messages.get(0), messages.get(1));
    }

    @Test
    void theLowerOffsetOfOnePartitionIsBefore() {
        assertThat(isFirstBefore(two("7", "8"))).isTrue();
        assertThat(isFirstBefore(two("9", "10"))).isTrue();
        assertThat(isFirstBefore(two("8", "7"))).isFalse();
    }

    @Test
    void theSameOffsetReadTwiceTellsNothing() {
        assertThat(isFirstBefore(two("7", "7"))).isFalse();
    }

    @Test
    void whatWasReadLaterIsNotBefore() {
        List<Captured> messages = two("8", "7").look(5).effects().stream()
                .map(Attributed::captured)
                .toList();
        assertThat(LogOrder.before(messages.get(1), messages.get(0))).isFalse();
    }

    @Test
    void offsetsOfAnotherPartitionTopicOrSystemTellNothing() {
        assertThat(isFirstBefore(two("7", "8").property("partition", "1"))).isFalse();
        assertThat(isFirstBefore(two("7", "8").property("topic", "shop.payments")))
                .isFalse();
        List<Captured> ofTwoBrokers = History.begins()
                .effect(2, EVENT)
                .between(1, 2)
                .property("topic", "shop.events")
                .property("partition", "0")
                .property("offset", "7")
                .effect(2, new EffectName("order completed event", "partner events"))
                .between(1, 2)
                .property("topic", "shop.events")
                .property("partition", "0")
                .property("offset", "8")
                .look(5)
                .effects()
                .stream()
                .map(Attributed::captured)
                .toList();
        assertThat(LogOrder.before(ofTwoBrokers.get(0), ofTwoBrokers.get(1))).isFalse();
    }

    @Test
    void timesThatSurelySayOtherwiseOutweighOffsets() {
        assertThat(isFirstBefore(two("7", "8").between(0.1, 0.9))).isFalse();
    }

    @Test
    void theEarlierPositionInTheQueueOfATapIsBefore() {
        assertThat(isFirstBefore(queued("9", "10"))).isTrue();
        assertThat(isFirstBefore(queued("10", "9"))).isFalse();
        assertThat(isFirstBefore(queued("9", "10").between(0.1, 0.9))).isFalse();
    }

    private static History queued(String position, String secondPosition) {
        return History.begins()
                .effect(2, EVENT)
                .between(1, 2)
                .property("position", position)
                .effect(2, EVENT)
                .between(1, 2)
                .property("position", secondPosition);
    }

    @Test
    void whatIsNoMessageOfALogHasNoPlaceInIt() {
        Captured message = two("7", "8").look(5).effects().get(0).captured();
        assertThat(LogOrder.before(null, message)).isFalse();
        assertThat(LogOrder.before(message, null)).isFalse();
        assertThat(isFirstBefore(History.begins()
                        .effect(2, EVENT)
                        .property("offset", "7")
                        .effect(2, EVENT)
                        .property("offset", "8")))
                .isFalse();
        assertThat(isFirstBefore(two("7", "unknown"))).isFalse();
        assertThat(isFirstBefore(two("unknown", "8"))).isFalse();
    }
}
