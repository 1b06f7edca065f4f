package dev.handoff.run;

import dev.handoff.journal.Journal;
import dev.handoff.journal.Sight;
import dev.handoff.sandbox.Probe;
import dev.handoff.sandbox.Rest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;

/** A probe that sees and proves what it is told; unless told, it sees everything at once and can prove nothing. */
final class StubProbe implements Probe {

    final List<Instant> restAskedSince = new CopyOnWriteArrayList<>();
    final List<String> unwatched = new CopyOnWriteArrayList<>();
    private final String system;
    private volatile Supplier<Instant> seenUpTo;
    private volatile Function<Instant, Optional<Rest>> rest = since -> Optional.empty();
    private volatile boolean asking;

    StubProbe(String system, Journal journal) {
        this.system = system;
        this.seenUpTo = journal::now;
    }

    StubProbe sees(Supplier<Instant> upTo) {
        seenUpTo = upTo;
        return this;
    }

    StubProbe asks() {
        asking = true;
        return this;
    }

    StubProbe proves(Supplier<Rest> told) {
        rest = since -> Optional.of(told.get());
        return this;
    }

    StubProbe provesRest() {
        return proves(() -> new Rest(true, system + " is at rest"));
    }

    StubProbe provesWork() {
        return proves(() -> new Rest(false, system + " has work"));
    }

    @Override
    public String system() {
        return system;
    }

    @Override
    public Map<String, String> address() {
        return Map.of("url", "http://" + system);
    }

    @Override
    public void prove() {}

    @Override
    public Sight sight(String scenario) {
        return new Sight(seenUpTo.get(), system + " seen so far");
    }

    @Override
    public void unwatch(String scenario) {
        unwatched.add(scenario);
    }

    @Override
    public boolean isAsking() {
        return asking;
    }

    @Override
    public Optional<Rest> rest(Instant since) {
        Optional<Rest> told = rest.apply(since);
        told.ifPresent(proven -> restAskedSince.add(since));
        return told;
    }

    @Override
    public void close() {}
}
