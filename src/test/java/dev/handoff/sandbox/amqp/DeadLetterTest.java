package dev.handoff.sandbox.amqp;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.impl.LongStringHelper;
import dev.handoff.journal.Message;
import dev.handoff.vocabulary.SystemSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeadLetterTest {

    private static final SystemSpec.Amqp SPEC = new SystemSpec.Amqp(
            "events",
            Optional.empty(),
            SystemSpec.Exchange.named("shop.events"),
            List.of(),
            Optional.of(SystemSpec.Exchange.named("shop.dead")),
            records(),
            Map.of());

    private static Map<String, Map<String, String>> records() {
        Map<String, Map<String, String>> records = new LinkedHashMap<>();
        records.put("event", Map.of("$.type", "paid"));
        records.put("rejected event", Map.of("$.type", "paid", "dead-letter", "rejected"));
        records.put("dead event", Map.of("dead-letter", "any"));
        return records;
    }

    @Test
    void the_latest_death_is_the_one_that_counts() {
        Map<String, Object> headers = Map.of(
                "x-death",
                List.of(
                        Map.of(
                                "reason", LongStringHelper.asLongString("expired"),
                                "queue", LongStringHelper.asLongString("retry"),
                                "count", 2L),
                        Map.of("reason", LongStringHelper.asLongString("rejected"))));

        assertThat(DeadLetter.of(SPEC, "shop.events", headers)).contains(new DeadLetter("expired", "retry", "2"));
    }

    @Test
    void what_comes_to_the_dead_without_a_note_was_published_there() {
        assertThat(DeadLetter.of(SPEC, "shop.dead", null)).contains(new DeadLetter("published", "", ""));
        assertThat(DeadLetter.of(SPEC, "shop.events", Map.of("x-death", "odd"))).isEmpty();
    }

    @Test
    void a_dead_letter_is_its_own_effect_where_a_record_asks_for_it_and_never_the_one_that_it_was() {
        assertThat(effect("rejected", "paid")).isEqualTo("rejected event");
        assertThat(effect("expired", "paid")).isEqualTo("dead event");
        assertThat(effect(null, "paid")).isEqualTo("event");
        assertThat(effect(null, "other")).isNull();
    }

    private static String effect(String deadLetter, String type) {
        Message message = Message.of(Map.of(), null, "{\"type\":\"" + type + "\"}");
        Map<String, String> properties = deadLetter == null ? Map.of() : Map.of("dead-letter", deadLetter);
        return RecordedMessage.of(SPEC).stream()
                .filter(kind -> kind.fits(message, properties))
                .findFirst()
                .map(RecordedMessage::effect)
                .orElse(null);
    }
}
