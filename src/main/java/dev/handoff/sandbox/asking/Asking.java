package dev.handoff.sandbox.asking;

import dev.handoff.journal.Capture;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Interval;
import dev.handoff.journal.Journal;
import dev.handoff.journal.Message;
import dev.handoff.journal.Sight;
import dev.handoff.sandbox.Pulse;
import dev.handoff.sandbox.ScenarioValues;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** Asks a system for what belongs to the scenarios that are running, again and again, and captures what is new. */
public final class Asking implements AutoCloseable {

    private static final int LONGEST_NAME = 100;

    private final String system;
    private final Rhythm rhythm;
    private final Journal journal;
    private final Pulse pulse;
    private final Source source;
    private final Map<String, Watch> watches = new ConcurrentHashMap<>();
    private final Map<String, Answer> shared = new ConcurrentHashMap<>();
    private final Map<String, Object> turns = new ConcurrentHashMap<>();
    private final KnownItems known;
    private final Rota<Watch> rota;
    private final Thread polling;
    private final AtomicBoolean unwatched = new AtomicBoolean();
    private volatile boolean closed;

    /** @param pulse whether the system works; nothing is asked while it does not */
    public Asking(String system, Rhythm rhythm, Journal journal, Pulse pulse, Source source) {
        this.system = system;
        this.rhythm = rhythm;
        this.journal = journal;
        this.pulse = pulse;
        this.source = source;
        this.known = new KnownItems(journal);
        this.rota = new Rota<>(rhythm.every(), rhythm.waited(), journal::now);
        this.polling = new Thread(this::poll, "poll " + system);
        polling.setDaemon(true);
    }

    public void start() {
        polling.start();
    }

    /** Asks once before it returns: what is there by now is older than anything that the scenario does. */
    public void watch(String scenario, ScenarioValues values) {
        Watch watch = new Watch(values, journal.now());
        if (!pulse.isDown()) {
            guarded(() -> poll(watch, (inquiry, question, answer) -> answer.shown().stream()
                    .filter(shown -> shown.effect().isPresent())
                    .forEach(shown -> watch.wasThere(shown.key()))));
        }
        watches.put(scenario, watch);
        rota.add(watch);
    }

    public void unwatch(String scenario) {
        Optional.ofNullable(watches.remove(scenario)).ifPresent(rota::remove);
        unwatched.set(true);
    }

    /** A scenario depends on its having seen everything up to an instant that has passed. */
    public void seeUpTo(String scenario, Instant instant) {
        Instant shownFrom = instant.plus(rhythm.late());
        if (journal.now().isBefore(shownFrom)) {
            return;
        }
        Optional.ofNullable(watches.get(scenario)).ifPresent(watch -> {
            watch.want(shownFrom);
            rota.want(watch);
        });
    }

    public Sight sight(String scenario) {
        Watch watch = watches.get(scenario);
        if (watch == null) {
            return new Sight(null, system + " has not answered a poll yet");
        }
        String note = source.note(watch.began()).map(text -> "; " + text).orElse("");
        return new Sight(watch.seenUpTo(), watch.evidence(system, source.noun()) + note, watch.unasked());
    }

    @Override
    public void close() {
        closed = true;
        polling.interrupt();
    }

    private void poll() {
        try {
            while (!closed) {
                Watch watch = rota.next();
                Instant began = journal.now();
                if (!pulse.isDown()) {
                    guarded(() -> {
                        poll(watch, (inquiry, question, answer) -> found(inquiry, question, answer, watch));
                        source.turnEnded();
                    });
                }
                forgetUnwatched();
                rota.done(watch, Duration.between(began, journal.now()));
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void forgetUnwatched() {
        if (unwatched.getAndSet(false)) {
            known.forget(watches.values().stream()
                    .flatMap(watch -> watch.asked().stream())
                    .collect(Collectors.toSet()));
        }
    }

    private void guarded(Poll poll) {
        try {
            poll.run();
        } catch (Unanswered unanswered) {
            lost(unanswered.getMessage());
        } catch (RuntimeException broken) {
            lost("the poll broke: " + broken);
        }
    }

    /** A thread that was told to stop says nothing about the system. */
    private void lost(String detail) {
        if (!closed && !Thread.currentThread().isInterrupted()) {
            pulse.lost(detail);
        }
    }

    /** Asks every question of a scenario; it has seen nothing further if the system refuses one of them. */
    private void poll(Watch watch, Found found) throws Unanswered {
        Instant began = journal.now();
        Map<String, String> unasked = new LinkedHashMap<>();
        for (Inquiry inquiry : source.inquiries()) {
            Optional<String> unknown = inquiry.parameters().stream()
                    .filter(name -> watch.value(name).isEmpty())
                    .findFirst();
            if (unknown.isPresent()) {
                inquiry.effects()
                        .forEach(effect -> unasked.put(effect, unknown.get() + " is not known in this scenario"));
                continue;
            }
            Question question = new Question(
                    inquiry.name(),
                    inquiry.parameters().stream()
                            .map(name -> watch.value(name).orElseThrow())
                            .toList());
            Answer answer;
            try {
                answer = inquiry.parameters().isEmpty()
                        ? sharedAnswer(inquiry, question, watch)
                        : answer(inquiry, question);
            } catch (Refused refused) {
                watch.refused(refused.getMessage());
                return;
            }
            began = answer.asked().isBefore(began) ? answer.asked() : began;
            found.accept(inquiry, question, answer);
            watch.answered(question, answer);
        }
        watch.polled(began.minus(rhythm.late()), unasked);
        pulse.seen(began);
    }

    private Answer answer(Inquiry inquiry, Question question) throws Unanswered, Refused {
        Instant asked = journal.now();
        return new Answer(source.ask(inquiry, question.parameters()), asked);
    }

    /** What is asked with nobody's values has one answer for all who need none newer. */
    private Answer sharedAnswer(Inquiry inquiry, Question question, Watch watch) throws Unanswered, Refused {
        synchronized (turns.computeIfAbsent(inquiry.name(), none -> new Object())) {
            Answer last = shared.get(inquiry.name());
            if (last != null && isNewEnough(last.asked(), question, watch)) {
                return last;
            }
            Answer now = answer(inquiry, question);
            shared.put(inquiry.name(), now);
            return now;
        }
    }

    private boolean isNewEnough(Instant asked, Question question, Watch watch) {
        boolean isNews =
                watch.hasAsked(question) ? asked.isAfter(watch.lastAsked(question)) : !asked.isBefore(watch.began());
        boolean isWaitedFor = watch.wanted().isAfter(watch.lastAsked(question));
        return isNews
                && !asked.isBefore(isWaitedFor ? watch.wanted() : journal.now().minus(rhythm.every()));
    }

    private void found(Inquiry inquiry, Question question, Answer answer, Watch watch) {
        known.compare(question, answer);
        answer.shown().stream()
                .filter(shown -> shown.effect().isPresent())
                .forEach(shown -> found(inquiry, question, shown, answer.asked(), watch));
    }

    private void found(Inquiry inquiry, Question question, Shown shown, Instant asked, Watch watch) {
        String key = shown.key();
        if (watch.isOlder(key)) {
            return;
        }
        if (isOlder(question, shown, asked, watch)) {
            watch.wasThere(key);
        } else if (!known.isKnown(key)) {
            Captured captured = capture(inquiry, question, shown, watch);
            known.add(key);
            if (shown.lasting()) {
                known.keep(question, shown, captured, asked);
            }
        }
    }

    /**
     * Whether what an answer shows first says itself that it was there before the scenario. Only where it may have been
     * there unseen: when the question was not asked before, or so soon that the system need not have shown it.
     */
    private boolean isOlder(Question question, Shown shown, Instant asked, Watch watch) {
        boolean mayHaveBeenThere =
                !watch.hasAsked(question) || asked.isBefore(watch.began().plus(rhythm.late()));
        return mayHaveBeenThere
                && came(question, shown, watch)
                        .filter(came -> came.latest().isBefore(watch.began()))
                        .isPresent();
    }

    /** When it came by its own words; what was there as something else did not become this at that time. */
    private static Optional<Interval> came(Question question, Shown shown, Watch watch) {
        return watch.hasShown(question, shown.id()) ? Optional.empty() : shown.came();
    }

    private Captured capture(Inquiry inquiry, Question question, Shown shown, Watch watch) {
        Instant now = journal.now();
        Optional<Interval> came = came(question, shown, watch);
        Instant earliest = came.map(Interval::earliest)
                .orElseGet(() -> watch.lastAsked(question).minus(rhythm.late()));
        Instant latest = came.map(Interval::latest).filter(now::isAfter).orElse(now);
        String name = shown.name().length() > LONGEST_NAME ? "without an id" : shown.name();
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(source.noun(), name);
        properties.putAll(question.parametersByName(inquiry.parameters()));
        Capture seen = Capture.effect(
                        system,
                        shown.effect().orElseThrow(),
                        source.noun() + " " + name.toLowerCase(Locale.ROOT),
                        properties,
                        Message.json(shown.fields()))
                .occurred(earliest.isAfter(latest) ? latest : earliest, Optional.of(latest))
                .ordered(shown.sequence());
        return shown.lasting() ? journal.captureLasting(seen) : journal.capture(seen);
    }

    /** What is done with the answer to a question. */
    private interface Found {
        void accept(Inquiry inquiry, Question question, Answer answer);
    }

    /** Something that the system may not answer. */
    private interface Poll {
        void run() throws Unanswered;
    }
}
