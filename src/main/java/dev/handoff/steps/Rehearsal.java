package dev.handoff.steps;

import dev.handoff.action.HttpActions;
import dev.handoff.expectation.EffectName;
import dev.handoff.expectation.Expectation;
import dev.handoff.expectation.Outcome;
import dev.handoff.expectation.Source;
import dev.handoff.expectation.Statement;
import dev.handoff.expectation.Verdict;
import dev.handoff.fault.HttpFault;
import dev.handoff.fault.NextRequests;
import dev.handoff.recording.Judged;
import dev.handoff.run.Again;
import dev.handoff.run.Judgement;
import dev.handoff.run.MailedLink;
import dev.handoff.run.Scene;
import dev.handoff.vocabulary.ActionSpec;
import dev.handoff.vocabulary.Correlation;
import dev.handoff.vocabulary.SystemSpec;
import dev.handoff.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A scene without application: takes down what the steps of a scenario would do and state, and does nothing. */
final class Rehearsal implements Scene {

    private static final Set<String> ALWAYS_KNOWN = Set.of(
            "correlationId",
            "correlation_id",
            "application.url",
            "unique.email",
            "unique.reference",
            "unique.uuid",
            "unique.number",
            "fresh.uuid");

    private final Vocabulary vocabulary;
    private final Set<String> keys;
    private final List<String> done = new ArrayList<>();
    private final Set<String> remembered = new HashSet<>();
    private final List<Statement> stated = new ArrayList<>();
    private final Set<String> planned = new TreeSet<>();
    private final Set<String> down = new HashSet<>();
    private boolean strange;
    private boolean alone;

    Rehearsal(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.keys = new HashSet<>(vocabulary.correlation().keys().stream()
                .map(Correlation.Key::name)
                .toList());
    }

    /** A step of somebody else was carried out, of which nothing is known. */
    void somethingElse() {
        done.add("");
        strange = true;
    }

    /** What was done so far: the names of actions, an empty text for what has none. */
    List<String> done() {
        return done;
    }

    /** Whether something was done that every other scenario would feel. */
    boolean disturbsAll() {
        return alone;
    }

    /** The systems that were told to misbehave. */
    Set<String> planned() {
        return planned;
    }

    /** How many statements there are so far. */
    int statements() {
        return stated.size();
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Whether the scenario may have a value of this name when it has come so far. */
    boolean mayKnow(String name) {
        return ALWAYS_KNOWN.contains(name)
                || name.startsWith("systems.")
                || remembered.contains(name)
                || keys.contains(name) && !done.isEmpty()
                || strange;
    }

    @Override
    public Optional<Object> value(String name) {
        return mayKnow(name) ? Optional.of("a value of " + name) : Optional.empty();
    }

    @Override
    public void perform(ActionSpec action, Map<String, Object> parameters, String text) {
        done.add(action.as().orElse(""));
        action.requests()
                .forEach(request -> remembered.addAll(request.remember().keySet()));
    }

    @Override
    public void repeat(String text) {
        done.add("");
    }

    @Override
    public void repeatAtOnce(int times, String text) {
        done.add("");
    }

    @Override
    public void followLink(Judgement found, MailedLink link, String text) {
        done.add(HttpActions.LINK);
    }

    @Override
    public void redeliver(EffectName effect, Judgement found, Again again, String text) {
        done.add("");
    }

    @Override
    public void deliverTwice(EffectName effect) {}

    @Override
    public void restart(boolean kill, String text) {
        requireOwnApplication();
        done.add("");
        alone = true;
    }

    @Override
    public void killOn(EffectName effect) {
        requireOwnApplication();
        alone = true;
    }

    private static void requireOwnApplication() {
        if (Impossible.isShared()) {
            throw Impossible.here("the application is not Handoff's to end and start again");
        }
    }

    @Override
    public void plan(String system, HttpFault fault) {
        SystemSpec spec = vocabulary.systems().get(system);
        if (spec instanceof SystemSpec.Mail && !fault.isForMail()) {
            throw new Undecided(
                    system + " is a mail server; it can answer 400 to 599, accept and answer so all the same,"
                            + " refuse recipients, or be down, but nothing else of what a system of type http can");
        }
        if (!(spec instanceof SystemSpec.Http || spec instanceof SystemSpec.Mail)) {
            throw Impossible.here(
                    "only a system of type http or mail can be told what to answer; " + system + " is of another type");
        }
        planned.add(system);
    }

    @Override
    public void bounce(String system, NextRequests mails) {
        if (!(vocabulary.systems().get(system) instanceof SystemSpec.Mail mail)) {
            throw Impossible.here("only a mail server bounces mails; " + system + " is of another type");
        }
        if (mail.bounce().isEmpty()) {
            throw new Undecided(
                    "nothing says how the application is told that a mail came back; say so under \"bounce\""
                            + " of the system " + system + ", as in bounce: { http: POST /webhooks/mail }");
        }
        planned.add(system);
    }

    @Override
    public void takeDown(String system) {
        if (!down.add(system)) {
            throw new Undecided(system + " is down already");
        }
        if (vocabulary.systems().get(system).isElsewhere()) {
            throw Impossible.here(system + " is not Handoff's to take down: the vocabulary says where it is");
        }
        planned.add(system);
        alone |= !(vocabulary.systems().get(system) instanceof SystemSpec.Http);
    }

    @Override
    public void bringBack(String system) {
        if (!down.remove(system)) {
            throw new Undecided(system + " is not down before this step, so it cannot be back");
        }
    }

    @Override
    public Judgement expect(Source source, Statement statement) {
        new Emptiness(this).of(statement).ifPresent(reason -> {
            throw new Undecided(reason);
        });
        stated.add(statement);
        return met(source, statement);
    }

    @Override
    public Judgement find(Source source, Statement statement) {
        return met(source, statement);
    }

    private static Judgement met(Source source, Statement statement) {
        Verdict met = new Verdict(Outcome.MET, false, "", List.of(), List.of(), List.of(), List.of());
        return new Judgement(
                new Judged("", 0, new Expectation(source, statement, Expectation.Strays.IGNORE), met), null);
    }

    boolean asksForStage() {
        return stated.stream().flatMap(Statement::oneByOne).anyMatch(Statement.Reaches.class::isInstance);
    }

    @Override
    public List<Statement> stated() {
        return stated.stream()
                .filter(statement -> !(statement instanceof Statement.NothingElse))
                .toList();
    }
}
