package dev.handoff.run;

import dev.handoff.expectation.EffectName;
import dev.handoff.fault.EffectFault;
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

    /** Plans what is done to the deliveries of an effect. */
    void plan(EffectName effect, EffectFault fault, Consumer<Captured> doing) {
        if (triggers.isEmpty()) {
            journal.listen(listener);
        }
        triggers.add(new Trigger(effect, fault, doing));
        journal.faultPlanned(scenario, fault.system(), fault.describe());
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
            if (trigger.fired && !trigger.fault.every()) {
                return;
            }
            trigger.fired = true;
        }
        journal.faultFired(scenario, trigger.fault.system(), trigger.fault.describe(), captured.index());
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
                .map(Trigger::words)
                .toList();
    }

    /** What met something and could not be done. */
    List<String> failures() {
        List<String> failures = new ArrayList<>();
        triggers.forEach(trigger -> trigger.failures.forEach(
                failure -> failures.add(trigger.words() + " could not be carried out: " + failure)));
        return failures;
    }

    @Override
    public void close() {
        journal.unlisten(listener);
    }

    private static final class Trigger {
        private final EffectName effect;
        private final EffectFault fault;
        private final Consumer<Captured> doing;
        private final List<String> failures = new CopyOnWriteArrayList<>();
        private volatile boolean fired;

        Trigger(EffectName effect, EffectFault fault, Consumer<Captured> doing) {
            this.effect = effect;
            this.fault = fault;
            this.doing = doing;
        }

        String words() {
            return fault.system() + " " + fault.describe();
        }

        boolean isFor(Captured captured) {
            return effect.name().equals(captured.effect()) && effect.system().equals(captured.system());
        }
    }
}
