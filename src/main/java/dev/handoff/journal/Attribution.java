package dev.handoff.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Leads deliveries back to scenarios: by correlation ID, else by a planted tracer, else by a business key that the
 * scenario learned. Keys are transitive, and are passed on through deliveries that fit several scenarios too, so that
 * the outcome does not depend on the order in which things were captured or learned.
 *
 * <p>Not thread-safe: the journal calls it under its own lock.
 */
final class Attribution {

    private final KeyNames keyNames;
    private final Masking masking;
    private final Map<String, Long> startOf = new HashMap<>();
    private final Map<String, String> correlations = new HashMap<>();
    private final Map<String, String> tracers = new HashMap<>();
    private final Map<String, Map<String, String>> keyHolders = new HashMap<>();
    private final Map<String, List<Pending>> byToken = new HashMap<>();
    private final Set<String> learned = new HashSet<>();
    private final Map<String, Map<String, String>> firstValues = new HashMap<>();

    Attribution(KeyNames keyNames, Masking masking) {
        this.keyNames = keyNames;
        this.masking = masking;
    }

    void start(String scenario, long index, Collection<String> planted) {
        startOf.put(scenario, index);
        correlations.put(scenario, scenario);
        correlations.put(traceId(scenario), scenario);
        planted.forEach(tracer -> tracers.put(Values.token("tracer", tracer), scenario));
    }

    /** The trace ID under which a scenario's requests travel, after W3C Trace Context. */
    static String traceId(String scenario) {
        return UUID.fromString(scenario).toString().replace("-", "");
    }

    /** The scenarios that a delivery fits by what is known now. */
    List<Claim> claims(Values values) {
        Map<String, Claim> claims = new LinkedHashMap<>();
        for (String token : values.tokens()) {
            String scenario = correlations.get(token);
            if (scenario != null) {
                claims.putIfAbsent(
                        scenario,
                        new Claim(scenario, Claim.By.CORRELATION, "correlation ID", token, values.where(token)));
            }
        }
        if (claims.isEmpty()) {
            for (String token : values.tokens()) {
                String scenario = tracers.get(token);
                if (scenario != null) {
                    claims.putIfAbsent(
                            scenario, new Claim(scenario, Claim.By.TRACER, "tracer", token, values.where(token)));
                }
            }
        }
        if (claims.isEmpty()) {
            for (String token : values.tokens()) {
                keyHolders
                        .getOrDefault(token, Map.of())
                        .forEach((scenario, key) ->
                                claims.putIfAbsent(scenario, keyClaim(scenario, key, token, values)));
            }
        }
        return List.copyOf(claims.values());
    }

    private Claim keyClaim(String scenario, String key, String token, Values values) {
        return new Claim(scenario, Claim.By.KEY, key, shown(key, values.value(token)), values.where(token));
    }

    /** The value of a key as it may be written: a secret is masked under whichever of its names tells that it is one. */
    String shown(String key, String value) {
        return keyNames.fields(key).stream()
                .filter(masking::isSecret)
                .findFirst()
                .map(name -> masking.value(name, value))
                .orElseGet(() -> masking.text(value));
    }

    /** The first value that a scenario learned for a key, as it came. */
    Optional<String> first(String scenario, String key) {
        return Optional.ofNullable(firstValues.getOrDefault(scenario, Map.of()).get(key));
    }

    /**
     * Keeps a delivery that a key learned later may claim.
     *
     * @param content as it came: what is masked in it may be the key to the next delivery
     */
    void remember(Delivery delivery, Message content, Values values) {
        if (delivery.claims().stream().allMatch(claim -> claim.by() == Claim.By.KEY)) {
            Pending pending = new Pending(delivery, content, values);
            values.tokens().forEach(token -> byToken.computeIfAbsent(token, none -> new ArrayList<>(1))
                    .add(pending));
        }
    }

    /** The keys that a content teaches a scenario, and everything that follows from them. */
    Consequences teach(String scenario, Message content, long from) {
        Consequences consequences = new Consequences();
        Deque<Lesson> lessons = new ArrayDeque<>();
        keyNames.in(content, (name, value) -> lessons.add(new Lesson(scenario, name, value, from)));
        return learn(lessons, consequences);
    }

    Consequences learn(String scenario, String name, String value, long from) {
        return learn(new ArrayDeque<>(List.of(new Lesson(scenario, name, value, from))), new Consequences());
    }

    private Consequences learn(Deque<Lesson> lessons, Consequences consequences) {
        while (!lessons.isEmpty()) {
            Lesson lesson = lessons.poll();
            if (lesson.value().isBlank()
                    || !learned.add(lesson.scenario() + '\n' + lesson.name() + '\n' + lesson.value())) {
                continue;
            }
            consequences.lessons.add(lesson);
            firstValues
                    .computeIfAbsent(lesson.scenario(), none -> new HashMap<>())
                    .putIfAbsent(lesson.name(), lesson.value());
            for (String token : keyNames.tokens(lesson.name(), lesson.value())) {
                keyHolders
                        .computeIfAbsent(token, none -> new LinkedHashMap<>(2))
                        .putIfAbsent(lesson.scenario(), lesson.name());
                for (Pending pending : byToken.getOrDefault(token, List.of())) {
                    Delivery delivery = pending.delivery();
                    boolean watched = delivery.captured().index() > startOf.get(lesson.scenario());
                    if (watched && !delivery.isClaimedBy(lesson.scenario())) {
                        Claim claim = keyClaim(lesson.scenario(), lesson.name(), token, pending.values());
                        delivery.claims().add(claim);
                        consequences.claims.add(new Late(delivery, claim));
                        keyNames.in(
                                pending.content(),
                                (name, value) -> lessons.add(new Lesson(
                                        lesson.scenario(),
                                        name,
                                        value,
                                        delivery.captured().index())));
                    }
                }
            }
        }
        return consequences;
    }

    /** A key that a scenario learned. */
    record Lesson(String scenario, String name, String value, long from) {}

    /** A claim on something captured before. */
    record Late(Delivery delivery, Claim claim) {}

    /** What followed from learning. */
    static final class Consequences {
        final List<Lesson> lessons = new ArrayList<>();
        final List<Late> claims = new ArrayList<>();
    }

    private record Pending(Delivery delivery, Message content, Values values) {}
}
