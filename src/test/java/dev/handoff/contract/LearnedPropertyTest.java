package dev.handoff.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever the payloads are, each keeps the contract that was learned from them. */
class LearnedPropertyTest {

    private static final int SEEDS = 400;
    private static final List<String> NAMES = List.of(
            "type",
            "status",
            "email",
            "at",
            "amount",
            "link",
            "id",
            "token",
            "lines",
            "customer",
            "odd name",
            "a/b~c",
            "A-100042",
            "ada@example.org",
            "0");
    private static final List<String> TEXTS = List.of(
            "",
            "paid",
            "open",
            "refund.completed",
            "ada@example.org",
            "2026-01-31T12:00:00Z",
            "2026-01-31",
            "https://example.org/a?b=c",
            "2f1c1c8e-0000-4000-8000-000000000001",
            "masked-0a1b2c3d",
            "v1",
            "25.00",
            "note: a:b",
            "http://");

    @Test
    void every_payload_keeps_the_contract_that_was_learned_from_it() throws Exception {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            List<JsonNode> payloads = new ArrayList<>();
            for (int i = random.nextInt(15); i >= 0; i--) {
                payloads.add(random.nextInt(20) == 0 ? MissingNode.getInstance() : value(random, 3));
            }
            Learned learned = learned(payloads);
            String file = learned.file("any effect");
            if (learned.saysAnything()) {
                Contract contract = Contract.of(file);
                for (JsonNode payload : payloads) {
                    assertThat(contract.breaches(payload))
                            .as("seed %d, %s by %s", seed, payload, file)
                            .isEmpty();
                }
            }
            Collections.shuffle(payloads, random);
            assertThat(learned(payloads).file("any effect")).as("seed %d", seed).isEqualTo(file);
        }
    }

    @Test
    void no_key_that_is_a_value_becomes_part_of_a_contract() throws Exception {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            List<JsonNode> payloads = List.of(value(random, 3), value(random, 3), value(random, 3));
            assertThat(learned(payloads).file("any effect"))
                    .as("seed %d", seed)
                    .doesNotContain("ada@", "A-100042", "masked-", "2f1c1c8e", "25.00", "example.org");
        }
    }

    private static Learned learned(List<JsonNode> payloads) {
        Learned learned = new Learned(Set.of());
        payloads.forEach(learned::add);
        return learned;
    }

    private static JsonNode value(Random random, int depth) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (random.nextInt(depth == 0 ? 6 : 12)) {
            case 0 -> NullNode.getInstance();
            case 1 -> nodes.numberNode(random.nextInt(5));
            case 2 -> nodes.numberNode(new BigDecimal(random.nextInt(3000)).movePointLeft(2));
            case 3 -> nodes.booleanNode(random.nextBoolean());
            case 4, 5 -> nodes.textNode(TEXTS.get(random.nextInt(TEXTS.size())));
            case 6, 7 -> {
                ArrayNode list = nodes.arrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(value(random, depth - 1));
                }
                yield list;
            }
            default -> {
                ObjectNode object = nodes.objectNode();
                for (int i = random.nextInt(6); i > 0; i--) {
                    object.set(NAMES.get(random.nextInt(NAMES.size())), value(random, depth - 1));
                }
                yield object;
            }
        };
    }
}
