package dev.handoff.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whose a delivery is never depends on the order in which things were captured and learned. */
class AttributionOrderTest {

    private static final int HISTORIES = 300;
    private static final int ORDERS = 4;
    private static final List<String> NAMES = List.of("one", "two", "three");

    @Test
    void whose_an_effect_is_does_not_depend_on_the_order_of_captures_and_lessons() {
        int contested = 0;
        int transitive = 0;
        for (int seed = 0; seed < HISTORIES; seed++) {
            Random random = new Random(seed);
            List<Event> events = new ArrayList<>(history(random));
            Map<String, Set<String>> expected = oracle(events);
            contested += expected.values().stream().anyMatch(fits -> fits.size() > 1) ? 1 : 0;
            transitive += expected.size() > 3 ? 1 : 0;
            for (int order = 0; order < ORDERS; order++) {
                Collections.shuffle(events, random);
                assertThat(played(events)).as("seed %d: %s", seed, events).isEqualTo(expected);
            }
        }
        assertThat(contested).as("histories with something contested").isGreaterThan(HISTORIES / 10);
        assertThat(transitive).as("histories with more than three attributed").isGreaterThan(HISTORIES / 10);
    }

    @Test
    void what_was_captured_before_a_scenario_began_is_as_if_it_were_not_there() {
        for (int seed = 0; seed < HISTORIES / 3; seed++) {
            Random random = new Random(seed);
            List<Event> events = new ArrayList<>(history(random));
            Map<String, Set<String>> expected = oracle(events);
            List<Event> before = history(random).stream()
                    .filter(event -> !event.isLesson() && event.mark() == null)
                    .toList();
            Run run = new Run();
            before.forEach(event -> run.json(event.body(Map.of())));

            assertThat(played(run, events)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    /** What happens: a scenario learns a key, or a delivery with keys and perhaps a mark is captured. */
    private record Event(String id, String learner, Map<String, String> keys, String mark, boolean traced) {

        boolean isLesson() {
            return learner != null;
        }

        String body(Map<String, String> ids) {
            Map<String, String> fields = new TreeMap<>(keys);
            fields.put("id", id);
            if (mark != null) {
                fields.put("mark", traced ? tracer(mark) : ids.get(mark));
            }
            return fields.entrySet().stream()
                    .map(field -> '"' + field.getKey() + "\":\"" + field.getValue() + '"')
                    .collect(Collectors.joining(",", "{", "}"));
        }
    }

    private static List<Event> history(Random random) {
        List<Event> events = new ArrayList<>();
        int lessons = 1 + random.nextInt(4);
        for (int i = 0; i < lessons; i++) {
            events.add(new Event("lesson" + i, pick(random, NAMES), keys(random, 1), null, false));
        }
        int captures = 2 + random.nextInt(7);
        for (int i = 0; i < captures; i++) {
            String mark = random.nextInt(6) == 0 ? pick(random, NAMES) : null;
            events.add(
                    new Event("delivery" + i, null, keys(random, 1 + random.nextInt(2)), mark, random.nextBoolean()));
        }
        return events;
    }

    private static Map<String, String> keys(Random random, int count) {
        Map<String, String> keys = new HashMap<>();
        for (int i = 0; i < count; i++) {
            switch (random.nextInt(3)) {
                case 0 -> keys.put("order_id", String.valueOf(1 + random.nextInt(5)));
                case 1 -> keys.put("refund_id", "re_" + (100 + random.nextInt(6)));
                default -> keys.put("email", "ann" + random.nextInt(6) + "@example.org");
            }
        }
        return keys;
    }

    private static <T> T pick(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static String tracer(String scenario) {
        return "REF-" + scenario;
    }

    private static Map<String, Set<String>> played(List<Event> events) {
        return played(new Run(), events);
    }

    /** The scenarios that each delivery fits, as the journal says; strays left out. */
    private static Map<String, Set<String>> played(Run run, List<Event> events) {
        Map<String, String> ids = new LinkedHashMap<>();
        NAMES.forEach(name -> ids.put(name, run.scenario(name, tracer(name))));
        Map<Long, String> deliveries = new HashMap<>();
        for (Event event : events) {
            if (event.isLesson()) {
                event.keys().forEach((name, value) -> run.journal.learn(ids.get(event.learner()), name, value));
            } else {
                deliveries.put(run.json(event.body(ids)).index(), event.id());
            }
        }
        Map<String, Set<String>> fits = new TreeMap<>();
        ids.forEach((name, id) -> {
            Snapshot snapshot = run.seen(id);
            Stream.concat(snapshot.effects().stream(), snapshot.contested().stream())
                    .forEach(one -> fits.computeIfAbsent(
                                    deliveries.get(one.captured().index()), none -> new TreeSet<>())
                            .add(name));
            assertThat(snapshot.effects()).allMatch(one -> one.claims().size() == 1);
            assertThat(snapshot.contested()).allMatch(one -> one.claims().size() > 1);
            assertThat(snapshot.strays())
                    .extracting(Captured::index)
                    .containsExactlyElementsOf(run.journal.strays().stream()
                            .map(Captured::index)
                            .filter(index -> index > snapshot.started().index())
                            .toList());
        });
        Set<String> strays = run.journal.strays().stream()
                .map(Captured::index)
                .filter(deliveries::containsKey)
                .map(deliveries::get)
                .collect(Collectors.toSet());
        assertThat(strays).noneMatch(fits::containsKey);
        return fits;
    }

    /** The same by the definition alone: all at once, again and again, until nothing changes. */
    private static Map<String, Set<String>> oracle(List<Event> events) {
        Map<String, Set<String>> fits = new TreeMap<>();
        Map<String, Set<Map.Entry<String, String>>> held = new HashMap<>();
        NAMES.forEach(name -> held.put(name, new HashSet<>()));
        events.stream().filter(Event::isLesson).forEach(event -> held.get(event.learner())
                .addAll(event.keys().entrySet()));
        List<Event> deliveries =
                events.stream().filter(event -> !event.isLesson()).toList();
        IntStream.range(0, deliveries.size() + 2).forEach(round -> {
            for (Event delivery : deliveries) {
                for (String name : NAMES) {
                    boolean fit = delivery.mark() != null
                            ? delivery.mark().equals(name)
                            : delivery.keys().entrySet().stream().anyMatch(held.get(name)::contains);
                    if (fit) {
                        fits.computeIfAbsent(delivery.id(), none -> new TreeSet<>())
                                .add(name);
                        held.get(name).addAll(delivery.keys().entrySet());
                    }
                }
            }
        });
        return fits;
    }
}
