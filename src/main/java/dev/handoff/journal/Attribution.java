package dev.handoff.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Leads deliveries back to scenarios: by correlation ID, else by a planted tracer, else by a business key that the
 * scenario learned. Keys are transitive, and are passed on through deliveries that fit several scenarios too, so that
 * the outcome does not depend on the order in which things were captured or learned.
 *
 * <p>What bears the mark of another run is that run's. It counts like the mark of another scenario, wherever it stands.
 *
 * <p>Not thread-safe: the journal calls it under its own lock.
 */
final class Attribution {

    private final RunMark run;
    private final KeyNames keyNames;
    private final Masking masking;
    private final Map<String, Party> correlations = new HashMap<>();
    private final Map<String, Party> tracers = new HashMap<>();
    private final Map<String, Holders> keyHolders = new HashMap<>();
    private final Claimable claimable = new Claimable();

    Attribution(RunMark run, KeyNames keyNames, Masking masking) {
        this.run = run;
        this.keyNames = keyNames;
        this.masking = masking;
    }

    void start(String scenario, String name, long index, Collection<String> planted) {
        Party party = new Party(scenario, name, index);
        correlations.put(scenario, party);
        correlations.put(traceId(scenario), party);
        planted.forEach(tracer -> tracers.put(Values.token("tracer", tracer), party));
    }

    /** What is captured from now on for an ended scenario is still its own, and its keys are still shared. */
    void end(String scenario, long index) {
        correlations.get(scenario).end(index);
    }

    /** The trace ID under which a scenario's requests travel, after W3C Trace Context. */
    static String traceId(String scenario) {
        return UUID.fromString(scenario).toString().replace("-", "");
    }

    /** The name of a scenario; of another run, what it is called by. */
    String nameOf(String scenario) {
        return isOfAnotherRun(scenario) ? scenario : correlations.get(scenario).name();
    }

    /** Whether the party to a delivery is no scenario of this run. */
    boolean isOfAnotherRun(String party) {
        return !correlations.containsKey(party);
    }

    /** Whether a scenario had ended when something was captured. */
    boolean hadEnded(String scenario, Captured captured) {
        return correlations.get(scenario).hadEnded(captured);
    }

    /** The scenarios that a delivery fits by what is known now. */
    List<Claim> claims(Values values) {
        Map<String, Claim> claims = new LinkedHashMap<>();
        mark(correlations, RunMark::ofCorrelationId, Claim.By.CORRELATION, "correlation ID", values, claims);
        if (claims.isEmpty()) {
            mark(tracers, RunMark::ofPlanted, Claim.By.TRACER, "tracer", values, claims);
        }
        if (claims.isEmpty()) {
            for (String token : values.tokens()) {
                Holders holders = keyHolders.get(token);
                if (holders != null) {
                    holders.forEach((party, key) ->
                            claims.computeIfAbsent(party.id(), scenario -> keyClaim(scenario, key, token, values)));
                }
            }
        }
        return List.copyOf(claims.values());
    }

    private void mark(
            Map<String, Party> marks,
            Function<String, Optional<RunMark>> runOf,
            Claim.By by,
            String name,
            Values values,
            Map<String, Claim> claims) {
        for (String token : values.tokens()) {
            Optional.ofNullable(marks.get(token))
                    .map(Party::id)
                    .or(() -> runOf.apply(token)
                            .filter(other -> !other.equals(run))
                            .map(RunMark::party))
                    .ifPresent(
                            party -> claims.putIfAbsent(party, new Claim(party, by, name, token, values.where(token))));
        }
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

    /** The first value that a scenario learned for a key, as it came; none once it has ended. */
    Optional<String> first(String scenario, String key) {
        return Optional.ofNullable(correlations.get(scenario)).flatMap(party -> party.first(key));
    }

    /** Keeps a delivery that a key learned later may claim, and says whether it is time to let go of some. */
    boolean remember(Delivery delivery, Message content, Map<String, String> properties, Values values) {
        return isClaimable(delivery)
                && claimable.add(new Claimable.Pending(delivery, content, properties), values.tokens());
    }

    /** Whether a key learned later may claim a delivery: a mark says for good whose it is. */
    static boolean isClaimable(Delivery delivery) {
        return delivery.claims().stream().allMatch(claim -> claim.by() == Claim.By.KEY);
    }

    /** Lets go of deliveries that were captured before an entry: nobody who runs was there to cause them. */
    List<Delivery> release(long before) {
        return claimable.release(before).stream()
                .map(Claimable.Pending::delivery)
                .toList();
    }

    /** How many deliveries a key may still claim. */
    int claimable() {
        return claimable.size();
    }

    /** The keys that a content teaches a scenario, and everything that follows from them; another run learns nothing. */
    Consequences teach(String scenario, Message content, long from) {
        Consequences consequences = new Consequences();
        if (isOfAnotherRun(scenario)) {
            return consequences;
        }
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
            if (lesson.value().isBlank()) {
                continue;
            }
            Party party = correlations.get(lesson.scenario());
            boolean isNew = party.learns(lesson.name(), lesson.value());
            boolean noted = false;
            for (String token : keyNames.tokens(lesson.name(), lesson.value())) {
                boolean gained = party.holds(keyHolders.computeIfAbsent(token, none -> new Holders()), lesson.name());
                if (gained) {
                    claim(party, lesson.name(), token, lessons, consequences);
                }
                noted |= gained;
            }
            if (isNew && (noted || !party.hasEnded())) {
                consequences.lessons.add(lesson);
            }
        }
        return consequences;
    }

    private void claim(Party party, String key, String token, Deque<Lesson> lessons, Consequences consequences) {
        List<Claimable.Pending> unclaimed = claimable.holding(
                token, delivery -> party.watched(delivery.captured()) && !delivery.isClaimedBy(party.id()));
        for (Claimable.Pending pending : unclaimed) {
            Delivery delivery = pending.delivery();
            Claim claim = keyClaim(party.id(), key, token, pending.values());
            delivery.claims().add(claim);
            consequences.claims.add(new Late(delivery, claim));
            keyNames.in(
                    pending.content(),
                    (name, value) -> lessons.add(new Lesson(
                            party.id(), name, value, delivery.captured().index())));
        }
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
}
