package dev.handoff.expectation;

import static dev.handoff.expectation.History.REFUND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.journal.Attributed;
import dev.handoff.journal.Captured;
import java.util.List;
import org.junit.jupiter.api.Test;

class CopiesTest {

    private static String mark(History history) {
        List<Captured> copies =
                history.look(9).effects().stream().map(Attributed::captured).toList();
        return Copies.mark(copies.get(0), copies.get(1));
    }

    /** Guards against a judge that crashed on a first copy without the key that the second one has. */
    @Test
    void aKeyThatOnlyOneOfThemHasIsAnotherKey() {
        String fresh = "fresh copy: another idempotency key, the same content";
        assertThat(mark(History.begins().effect(1, REFUND).effect(2, REFUND).key("k-1")))
                .isEqualTo(fresh);
        assertThat(mark(History.begins().effect(1, REFUND).key("k-1").effect(2, REFUND)))
                .isEqualTo(fresh);
    }

    @Test
    void whatHasNoKeyAtAllIsComparedByItsContent() {
        assertThat(mark(History.begins().effect(1, REFUND).effect(2, REFUND)))
                .isEqualTo("identical copy: the same content");
        assertThat(mark(History.begins()
                        .effect(1, REFUND)
                        .body("paid")
                        .effect(2, REFUND)
                        .body("paid twice")))
                .isEqualTo("other content in its text");
        assertThat(mark(History.begins()
                        .effect(1, REFUND)
                        .body("{}")
                        .effect(2, REFUND)
                        .body("[1]")))
                .isEqualTo("other content in its text");
    }

    @Test
    void theIdOfAMessageOfAmqpIsOneOfItsProperties() {
        assertThat(mark(History.begins()
                        .effect(1, REFUND)
                        .property("message-id", "m-1")
                        .effect(2, REFUND)
                        .property("message-id", "m-2")))
                .isEqualTo("fresh copy: another message ID, the same content");
        assertThat(mark(History.begins()
                        .effect(1, REFUND)
                        .property("message-id", "m-1")
                        .effect(2, REFUND)
                        .property("message-id", "m-1")))
                .isEqualTo("identical copy: the same message ID, the same content");
    }

    @Test
    void theIdOfAnEventTellsCopiesApartHoweverItsHeaderIsCalled() {
        for (String name : new String[] {"message-id", "X_Event_Id", "eventId", "ce_id", "messageId"}) {
            boolean known = !name.equals("X_Event_Id");
            assertThat(mark(History.begins()
                            .effect(1, REFUND)
                            .header(name, "m-1")
                            .effect(2, REFUND)
                            .header(name, "m-2")))
                    .as(name)
                    .startsWith(known ? "fresh copy: another " : "identical copy: the same content");
        }
    }

    @Test
    void onlyThreeDifferencesAreNamed() {
        assertThat(mark(History.begins()
                        .effect(1, REFUND)
                        .body("{\"n\": {\"a\": 1, \"b\": 1}, \"c\": 1, \"d\": 1}")
                        .effect(2, REFUND)
                        .body("{\"n\": {\"a\": 2, \"b\": 2}, \"c\": 2}")))
                .isEqualTo("other content in c, d, n.a and 1 more");
    }
}
