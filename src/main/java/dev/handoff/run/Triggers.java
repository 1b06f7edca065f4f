package dev.handoff.run;

import dev.handoff.expectation.EffectName;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * What a scenario has planned for the moment in which an effect of its own is captured. It is done in the thread that
 * captured it, so before the application has its answer, and before the scenario can settle.
 */
final class Triggers implements AutoCloseable {

    private final String scenario;
    private final Journal journal;
    private final Consumer<Captured> listener = this::captured;
    private final List<Trigger> triggers = new CopyOnWriteArrayList<>();

    Triggers(String scenario, Journal journal) {
        this.scenario = scenario;
        this.journal = journal;
    }

    /**
     * Plans something.
     *
     * @param every whether it is done for each such effect, or for the first only
     */
    void plan(EffectName effect, String fault, boolean every, Consumer<Captured> doing) {
        if (triggers.isEmpty()) {
            journal.listen(listener);
        }
        triggers.add(new Trigger(effect, fault, every, doing));
        journal.faultPlanned(scenario, effect.system(), fault);
    }

    private void captured(Captured captured) {
        boolean ours = captured.isEffect()
                && captured.claims().size() == 1
                && captured.claims().get(0).scenario().equals(scenario);
        if (ours) {
            triggers.stream().filter(trigger -> trigger.isFor(captured)).forEach(trigger -> fire(trigger, captured));
        }
    }

    private void fire(Trigger trigger, Captured captured) {
        synchronized (trigger) {
            if (trigger.fired && !trigger.every) {
                return;
            }
            trigger.fired = true;
        }
        journal.faultFired(scenario, captured.system(), trigger.fault, captured.index());
        try {
            trigger.doing.accept(captured);
        } catch (RuntimeException failed) {
            trigger.failures.add(failed.getMessage());
        }
    }

    /** What met nothing. */
    List<String> unmet() {
        return triggers.stream()
                .filter(trigger -> !trigger.fired)
                .map(trigger -> trigger.fault)
                .toList();
    }

    /** What met something and could not be done. */
    List<String> failures() {
        List<String> failures = new ArrayList<>();
        triggers.forEach(trigger -> trigger.failures.forEach(
                failure -> failures.add("\"" + trigger.fault + "\" could not be carried out: " + failure)));
        return failures;
    }

    @Override
    public void close() {
        journal.unlisten(listener);
    }

    private static final class Trigger {
        private final EffectName effect;
        private final String fault;
        private final boolean every;
        private final Consumer<Captured> doing;
        private final List<String> failures = new CopyOnWriteArrayList<>();
        private volatile boolean fired;

        Trigger(EffectName effect, String fault, boolean every, Consumer<Captured> doing) {
            this.effect = effect;
            this.fault = fault;
            this.every = every;
            this.doing = doing;
        }

        boolean isFor(Captured captured) {
            return effect.name().equals(captured.effect()) && effect.system().equals(captured.system());
        }
    }
}
