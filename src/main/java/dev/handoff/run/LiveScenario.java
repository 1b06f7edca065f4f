package dev.handoff.run;

import dev.handoff.action.ActionFailed;
import dev.handoff.action.HttpActions;
import dev.handoff.action.Webhooks;
import dev.handoff.environment.EnvironmentFailed;
import dev.handoff.expectation.EffectName;
import dev.handoff.expectation.Source;
import dev.handoff.expectation.Statement;
import dev.handoff.fault.DeliversTwice;
import dev.handoff.fault.HttpFault;
import dev.handoff.fault.IsKilled;
import dev.handoff.fault.NextRequests;
import dev.handoff.journal.ScenarioStarted;
import dev.handoff.journal.Settlement;
import dev.handoff.journal.Snapshot;
import dev.handoff.vocabulary.ActionSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One scenario while it runs, used by one thread. */
public final class LiveScenario implements Scene {

    private final ScenarioStarted started;
    private final RunParts parts;
    private final Placeholders placeholders;
    private final HttpActions actions;
    private final Settling settling;
    private final Waiting waiting;
    private final Redelivery redelivery;
    private final Triggers triggers;
    private final Restarts restarts;
    private final MailBounces bounces;
    private final Misbehaviours misbehaviours;
    private final MaskedTables masking;
    private final Judgements judgements;

    LiveScenario(ScenarioStarted started, UniqueValues unique, RunParts parts, boolean asksForStage) {
        this.started = started;
        this.parts = parts;
        String id = started.scenario();
        this.placeholders = new Placeholders(id, parts.journal(), parts.environment(), unique);
        this.actions = new HttpActions(
                id,
                parts.journal(),
                parts.environment().applicationUrl(),
                parts.vocabulary().correlation().header(),
                this::value,
                placeholders::remember,
                new OwnSystems(parts.environment().probes()));
        this.settling = new Settling(
                id, parts.vocabulary(), parts.environment().probes(), parts.journal(), parts.evidence(), this::value);
        StagePolling stages = new StagePolling(
                id,
                parts.journal(),
                parts.vocabulary().application().status(),
                parts.endpoint(),
                this::value,
                asksForStage);
        this.redelivery =
                new Redelivery(id, parts.journal(), parts.environment().probes());
        this.triggers = new Triggers(id, parts.journal());
        this.restarts = new Restarts(
                id,
                parts.journal(),
                parts.vocabulary().application().name(),
                parts.environment().application());
        this.bounces = new MailBounces(
                id,
                parts.journal(),
                parts.vocabulary().systems(),
                new Webhooks(
                        id,
                        parts.journal(),
                        parts.environment().applicationUrl(),
                        parts.vocabulary().correlation().header()),
                this::value);
        this.misbehaviours = new Misbehaviours(id, parts.environment());
        this.masking = new MaskedTables(parts.journal());
        this.waiting = new Waiting(
                id,
                parts.journal(),
                settling,
                stages,
                parts.vocabulary().defaults().settle());
        this.judgements = new Judgements(id, parts, settling, waiting);
        parts.environment().probes().values().forEach(probe -> probe.watch(id, this::value));
    }

    public String correlationId() {
        return started.scenario();
    }

    public String name() {
        return started.name();
    }

    /** What a placeholder stands for in this scenario. */
    @Override
    public Optional<Object> value(String name) {
        return placeholders.value(name);
    }

    /**
     * Carries out an action of the vocabulary.
     *
     * @throws ActionFailed when a value is missing or the application does not answer
     * @throws CannotRun when the application has ended
     */
    @Override
    public void perform(ActionSpec action, Map<String, Object> parameters, String text) {
        try {
            parts.environment().requireApplication();
        } catch (EnvironmentFailed gone) {
            throw new CannotRun(gone.getMessage());
        }
        actions.perform(action, parameters, text);
    }

    /** Sends the requests of the last action again. */
    @Override
    public void repeat(String text) {
        actions.repeat(text);
    }

    /** Sends the last request so many times at the same moment. */
    @Override
    public void repeatAtOnce(int times, String text) {
        actions.repeatAtOnce(times, text);
    }

    /**
     * Follows the first link of one of the mails that were found.
     *
     * @throws ActionFailed when it has none, or none with a token that could be changed
     */
    @Override
    public void followLink(Judgement found, MailedLink link, String text) {
        actions.follow(FoundLink.address(parts.journal(), found, link), text);
    }

    @Override
    public void redeliver(EffectName effect, Judgement found, Again again, String text) {
        redelivery.again(effect, found.snapshot(), again, text);
    }

    @Override
    public void deliverTwice(EffectName effect) {
        triggers.plan(effect, new DeliversTwice(effect.system(), effect.name()), met -> redelivery.again(effect, met));
    }

    @Override
    public void restart(boolean kill, String text) {
        restarts.now(kill, text);
    }

    @Override
    public void killOn(EffectName effect) {
        String application = parts.vocabulary().application().name();
        triggers.plan(effect, new IsKilled(application, effect.name()), met -> restarts.killed());
    }

    /**
     * Makes a system misbehave towards this scenario.
     *
     * @throws ActionFailed when Handoff does not serve the system
     */
    @Override
    public void plan(String system, HttpFault fault) {
        misbehaviours.plan(system, fault);
    }

    @Override
    public void bounce(String system, NextRequests mails) {
        plan(system, bounces.of(system, mails));
    }

    /**
     * A system is away from now on.
     *
     * @throws ActionFailed when it cannot be taken away
     */
    @Override
    public void takeDown(String system) {
        misbehaviours.takeDown(system);
    }

    /** A system that was away is there again. */
    @Override
    public void bringBack(String system) {
        misbehaviours.bringBack(system);
    }

    /** Waits until a statement can be judged, and judges it. */
    @Override
    public Judgement expect(Source source, Statement statement) {
        Judgement judgement = find(source, statement);
        judgements.add(judgement);
        return judgement;
    }

    /** Waits for a first effect without stating anything. */
    @Override
    public Judgement find(Source source, Statement statement) {
        return waiting.judgeOrFail(masking.mask(source, statement, parts.strays()));
    }

    /** What has been stated so far, for a statement about everything else. */
    @Override
    public List<Statement> stated() {
        return judgements.stated();
    }

    public List<Judgement> judgements() {
        return judgements.all();
    }

    /** Faults that this scenario asked for and that met nothing; known when it has ended. */
    public List<String> unmetFaults() {
        return Stream.concat(misbehaviours.unmet().stream(), triggers.unmet().stream())
                .toList();
    }

    /** Faults that met a delivery and could not be carried out. */
    public List<String> failedFaults() {
        return Stream.of(triggers.failures(), restarts.failures(), bounces.failures())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Looks once more at what was met since the last action: something may have come that breaks it, or leaves it in doubt.
     *
     * @return the expectations that no longer hold, or of which that is not known any more; each is given once
     */
    public List<Judgement> lookAgain() {
        return judgements.lookAgain();
    }

    /**
     * Judges whether every payload captured so far keeps its contract, for a scenario that is about to fail or to end.
     *
     * @return empty when no payload has a contract
     */
    public Optional<Judgement> contractsKept() {
        return judgements.contractsKept();
    }

    /**
     * Ends the scenario, whatever becomes of the last look at it.
     *
     * @param failed whether it has failed already; then there is no last look
     */
    public Ending conclude(boolean failed) {
        List<Judgement> broken;
        Snapshot last;
        try {
            broken = judgements.brokenAtLast(failed);
        } finally {
            last = end();
        }
        return new Ending(broken, last);
    }

    private Snapshot end() {
        String id = started.scenario();
        try {
            return parts.journal().glance(id, settling.sights(), Settlement.OPEN);
        } finally {
            try {
                triggers.close();
                bounces.close();
                restarts.awaitReady();
                parts.environment().probes().values().forEach(probe -> probe.unwatch(id));
                misbehaviours.end();
            } finally {
                parts.journal().endScenario(id);
            }
        }
    }

    /**
     * How a scenario ended.
     *
     * @param broken what was met and no longer holds, or is not known to
     * @param last all that is known of it
     */
    public record Ending(List<Judgement> broken, Snapshot last) {}
}
