package dev.handoff.journal;

import java.util.Optional;

/**
 * Puts on record what scenarios learn, and what turns out to be theirs by that.
 *
 * <p>Not thread-safe: the journal calls it under its own lock.
 */
final class Learning {

    private final KeyNames keyNames;
    private final Attribution attribution;
    private final Entries entries;
    private final Scenarios scenarios;
    private final Deliveries deliveries;

    Learning(KeyNames keyNames, Attribution attribution, Entries entries, Scenarios scenarios, Deliveries deliveries) {
        this.keyNames = keyNames;
        this.attribution = attribution;
        this.entries = entries;
        this.scenarios = scenarios;
        this.deliveries = deliveries;
    }

    /** A scenario learns the keys in a content. */
    void teach(String scenario, Message content, long from) {
        write(attribution.teach(scenario, content, from));
    }

    /** The same of a content that no entry has yet. */
    void teach(String scenario, Message content) {
        teach(scenario, content, scenarios.lastIndex(scenario));
    }

    /** A scenario remembers a value under a name, which may be one of a key. */
    void remember(String scenario, String name, String value) {
        keyNames.remembered(name).ifPresent(key -> learn(scenario, key, value, scenarios.lastIndex(scenario)));
    }

    /** The first value that a scenario learned for a key, by one of the key's names. */
    Optional<String> first(String scenario, String name) {
        return attribution.first(scenario, keyNames.key(name).orElse(name));
    }

    void learn(String scenario, String key, String value, long from) {
        write(attribution.learn(scenario, key, value, from));
    }

    private void write(Attribution.Consequences consequences) {
        consequences.lessons.forEach(this::write);
        consequences.claims.forEach(this::write);
    }

    private void write(Attribution.Lesson lesson) {
        scenarios.add(
                lesson.scenario(),
                stamp -> new KeyLearned(
                        stamp.index(),
                        stamp.at(),
                        lesson.scenario(),
                        lesson.name(),
                        attribution.shown(lesson.name(), lesson.value()),
                        lesson.from()));
    }

    private void write(Attribution.Late late) {
        Delivery delivery = late.delivery();
        Claimed claimed = entries.write(stamp ->
                new Claimed(stamp.index(), stamp.at(), delivery.captured().index(), late.claim()));
        deliveries.claimed(delivery);
        scenarios.give(delivery, late.claim(), claimed.at());
    }
}
