package dev.handoff.report.text;

import dev.handoff.journal.ActionStarted;
import dev.handoff.journal.Attributed;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Claim;
import dev.handoff.journal.Entry;
import dev.handoff.journal.Exchanged;
import dev.handoff.journal.KeyLearned;
import dev.handoff.journal.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** By what deliveries are a scenario's own, in words. */
public final class Proof {

    private final Snapshot snapshot;
    private final Map<Long, Entry> entries;

    public Proof(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.entries = snapshot.own().collect(Collectors.toMap(Entry::index, entry -> entry));
    }

    /** One line for each proof that some deliveries have in common; entries that are no delivery of the scenario have none. */
    public List<String> of(Collection<Long> deliveries) {
        Map<String, List<String>> together = new LinkedHashMap<>();
        snapshot.effects().stream()
                .filter(effect -> deliveries.contains(effect.captured().index())
                        || snapshot.changesOf(effect.captured())
                                .anyMatch(change -> deliveries.contains(change.index())))
                .forEach(effect -> together.computeIfAbsent(words(effect), none -> new ArrayList<>())
                        .add("#" + effect.captured().index()));
        return together.entrySet().stream()
                .map(proof -> String.join(", ", proof.getValue()) + " " + proof.getKey())
                .toList();
    }

    /** {@code by order_id A-100 in $.metadata.order_id, learned from the answer to POST /refunds}. */
    String words(Attributed effect) {
        Claim proof = effect.proof();
        return switch (proof.by()) {
            case CORRELATION -> "by correlation ID in " + proof.where();
            case TRACER -> "by the planted value " + proof.value() + " in " + proof.where();
            case KEY -> proof + lesson(proof).map(this::source).orElse("");
        };
    }

    private Optional<KeyLearned> lesson(Claim proof) {
        return snapshot.entries(KeyLearned.class)
                .filter(learned -> learned.name().equals(proof.name()))
                .filter(learned -> learned.value().equalsIgnoreCase(proof.value()))
                .findFirst();
    }

    private String source(KeyLearned learned) {
        Entry from = entries.get(learned.from());
        if (from instanceof Exchanged exchanged) {
            return ", learned from the answer to " + exchanged.method() + " " + exchanged.url();
        }
        if (from instanceof Captured captured) {
            return ", learned from #" + captured.index() + " " + captured.label();
        }
        return from instanceof ActionStarted action ? ", which was sent with " + action.name() : "";
    }
}
