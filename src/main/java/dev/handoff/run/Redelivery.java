package dev.handoff.run;

import dev.handoff.action.ActionFailed;
import dev.handoff.expectation.EffectName;
import dev.handoff.journal.ActionStarted;
import dev.handoff.journal.Attributed;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Journal;
import dev.handoff.journal.Snapshot;
import dev.handoff.sandbox.Probe;
import dev.handoff.sandbox.ProbeFailed;
import dev.handoff.sandbox.Publisher;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Delivers messages of one scenario again, as a broker does. */
final class Redelivery {

    private final String scenario;
    private final Journal journal;
    private final Map<String, Probe> probes;

    Redelivery(String scenario, Journal journal, Map<String, Probe> probes) {
        this.scenario = scenario;
        this.journal = journal;
        this.probes = probes;
    }

    /**
     * Delivers a message of a scenario again.
     *
     * @throws ActionFailed when its system is no broker, or does not take it
     */
    void again(EffectName effect, Snapshot snapshot, Again again, String text) {
        Publisher publisher = publisher(effect);
        Captured original = original(effect, snapshot, again.first());
        ActionStarted action = journal.actionStarted(scenario, "the redelivered " + effect.name(), text);
        pause(again.after(), text);
        publish(publisher, original, again.times(), action.index());
    }

    private static Captured original(EffectName effect, Snapshot snapshot, boolean first) {
        List<Captured> all = snapshot.effects().stream()
                .map(Attributed::captured)
                .filter(captured -> captured.isEffect()
                        && effect.name().equals(captured.effect())
                        && effect.system().equals(captured.system()))
                .sorted(Comparator.comparingLong(Captured::index))
                .toList();
        if (all.isEmpty()) {
            throw new ActionFailed("no " + effect.name() + " of this scenario could be delivered again");
        }
        return all.get(first ? 0 : all.size() - 1);
    }

    /** Delivers a message again that a fault has met. */
    void again(EffectName effect, Captured original) {
        publish(publisher(effect), original, 1, 0);
    }

    private Publisher publisher(EffectName effect) {
        return probes.get(effect.system())
                .publisher()
                .orElseThrow(() -> new ActionFailed(
                        "only a message of a broker can be delivered again; the " + effect.name() + " is none"));
    }

    private void publish(Publisher publisher, Captured original, int times, long action) {
        Instant sent = journal.now();
        try {
            for (Publisher.Sent copy : publisher.publishAgain(original, times)) {
                journal.performed(
                        scenario, action, sent, original.system(), copy.summary(), copy.content(), original.index());
            }
        } catch (ProbeFailed refused) {
            throw new ActionFailed(refused.getMessage());
        }
    }

    private static void pause(Duration time, String text) {
        try {
            new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ActionFailed("\"" + text + "\" was interrupted");
        }
    }
}
