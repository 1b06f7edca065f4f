package dev.handoff.sandbox.sql;

import dev.handoff.journal.Capture;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Journal;
import dev.handoff.journal.Message;
import dev.handoff.journal.Sight;
import dev.handoff.sandbox.Probe;
import dev.handoff.sandbox.ProbeFailed;
import dev.handoff.sandbox.Pulse;
import dev.handoff.sandbox.Rest;
import dev.handoff.sandbox.ScenarioValues;
import dev.handoff.sandbox.SkewOverTime;
import dev.handoff.sandbox.Statements;
import dev.handoff.vocabulary.SystemSpec;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks a database for the rows that belong to the scenarios that are running, again and again. */
public final class SqlProbe implements Probe {

    private final SystemSpec.Sql spec;
    private final Map<String, String> address;
    private final Database database;
    private final Database counting;
    private final Journal journal;
    private final Map<String, NamedQuery> queries = new LinkedHashMap<>();
    private final Map<String, Watch> watches = new ConcurrentHashMap<>();
    private final KnownRows known;
    private final Rota<Watch> rota;
    private final Thread polling;
    private final Pulse pulse;
    private final AtomicBoolean unwatched = new AtomicBoolean();
    private volatile boolean closed;

    /**
     * Watches a database.
     *
     * @param address what the application needs to reach it, with {@code url}, {@code user} and {@code password}
     * @throws ProbeFailed when it cannot be reached
     */
    public SqlProbe(SystemSpec.Sql spec, Map<String, String> address, Journal journal) {
        this(spec, address, journal, SkewOverTime.measured(journal::now));
    }

    /** The same of a database whose clock is known. */
    public SqlProbe(SystemSpec.Sql spec, Map<String, String> address, Journal journal, SkewOverTime skew) {
        this.spec = spec;
        this.address = Map.copyOf(address);
        this.journal = journal;
        this.known = new KnownRows(journal);
        this.pulse = new Pulse(spec.name(), journal, this::canary);
        this.database = new Database(spec.name(), address, journal::now, skew);
        this.counting = new Database(spec.name(), address, journal::now, skew);
        spec.records().forEach((effect, query) -> queries.put(effect, NamedQuery.parse(query.query())));
        this.rota = new Rota<>(spec.every(), journal::now);
        this.polling = new Thread(this::poll, "poll " + spec.name());
        polling.setDaemon(true);
        polling.start();
    }

    @Override
    public String system() {
        return spec.name();
    }

    @Override
    public Map<String, String> address() {
        return address;
    }

    @Override
    public void prove() {
        pulse.prove();
    }

    private String canary() {
        try {
            if (spec.ownClock()) {
                database.requireAnswer();
                return "it answered; its clock is its own";
            }
            database.measureSkew();
            return "it answered, its clock within " + database.skewInWords() + " of ours";
        } catch (SQLException unreachable) {
            throw new ProbeFailed(
                    "the database of " + spec.name() + " does not answer: " + Database.firstLine(unreachable));
        }
    }

    /** Asks once before it returns: what is there by now is older than anything that the scenario does. */
    @Override
    public void watch(String scenario, ScenarioValues values) {
        Watch watch = new Watch(values, journal.now());
        if (!pulse.isDown()) {
            guarded(() ->
                    poll(watch, (question, rows, asked) -> rows.forEach(row -> watch.wasThere(key(question, row)))));
        }
        watches.put(scenario, watch);
        rota.add(watch);
    }

    @Override
    public void unwatch(String scenario) {
        Optional.ofNullable(watches.remove(scenario)).ifPresent(rota::remove);
        unwatched.set(true);
    }

    @Override
    public Optional<Statements> statements() {
        return Optional.of(new SetUp(spec.name(), address));
    }

    @Override
    public boolean isAsking() {
        return true;
    }

    @Override
    public void seeUpTo(String scenario, Instant instant) {
        Optional.ofNullable(watches.get(scenario)).ifPresent(rota::want);
    }

    @Override
    public Sight sight(String scenario) {
        Watch watch = watches.get(scenario);
        return watch == null
                ? new Sight(null, spec.name() + " has not answered a poll yet")
                : new Sight(watch.seenUpTo(), watch.evidence(spec.name()), watch.unasked());
    }

    /**
     * Whether a count is zero.
     *
     * @param query a read-only statement whose first column of the first row is a number
     * @param values what its parameters stand for
     */
    public Rest countIsZero(String what, String query, Function<String, Optional<Object>> values) {
        NamedQuery named = NamedQuery.parse(query);
        Optional<String> unknown = named.names().stream()
                .filter(name -> values.apply(name).isEmpty())
                .findFirst();
        if (unknown.isPresent()) {
            return new Rest(false, what + " cannot be asked: " + unknown.get() + " is not known in this scenario");
        }
        try {
            long count = counting.count(
                    named.jdbc(),
                    named.names().stream()
                            .map(name -> values.apply(name).orElseThrow())
                            .toList());
            return new Rest(count == 0, count == 0 ? what + " empty" : what + " holds " + count);
        } catch (SQLException unanswered) {
            return new Rest(false, what + " cannot be asked: " + Database.firstLine(unanswered));
        }
    }

    @Override
    public void close() {
        closed = true;
        polling.interrupt();
        pulse.close();
        database.close();
        counting.close();
    }

    private void poll() {
        try {
            while (!closed) {
                Watch watch = rota.next();
                Instant began = journal.now();
                if (!pulse.isDown()) {
                    guarded(() -> {
                        poll(watch, (question, rows, asked) -> found(question, rows, asked, watch));
                        database.measureSkewWhenDue();
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
        } catch (SQLException unanswered) {
            lost("it does not answer: " + Database.firstLine(unanswered));
        } catch (RuntimeException broken) {
            lost("the poll broke: " + broken);
        }
    }

    private void lost(String detail) {
        if (!closed) {
            pulse.lost(detail);
        }
    }

    /** Asks every question of a scenario; it has seen nothing further if the database refuses one of them. */
    private void poll(Watch watch, Found found) throws SQLException {
        Instant began = journal.now();
        Map<String, String> unasked = new LinkedHashMap<>();
        for (Map.Entry<String, NamedQuery> query : queries.entrySet()) {
            Optional<String> unknown = query.getValue().names().stream()
                    .filter(name -> watch.value(name).isEmpty())
                    .findFirst();
            if (unknown.isPresent()) {
                unasked.put(query.getKey(), unknown.get() + " is not known in this scenario");
                continue;
            }
            Watch.Question question = new Watch.Question(
                    query.getKey(),
                    query.getValue().names().stream()
                            .map(name -> watch.value(name).orElseThrow())
                            .toList());
            Instant asked = journal.now();
            Optional<List<Row>> rows = answer(query.getValue(), question, watch);
            if (rows.isEmpty()) {
                return;
            }
            found.accept(question, rows.get(), asked);
            watch.answered(question, began);
        }
        watch.polled(began, unasked);
        pulse.seen(began);
    }

    private Optional<List<Row>> answer(NamedQuery query, Watch.Question question, Watch watch) throws SQLException {
        try {
            return Optional.of(
                    database.rows(query.jdbc(), question, spec.records().get(question.effect())));
        } catch (SQLException refused) {
            database.requireAnswer(refused);
            watch.refused(
                    spec.name() + " cannot be asked for the " + question.effect() + ": " + Database.firstLine(refused));
            return Optional.empty();
        }
    }

    private static String key(Watch.Question question, Row row) {
        return question.effect() + '\n' + row.id();
    }

    private void found(Watch.Question question, List<Row> rows, Instant asked, Watch watch) {
        known.compare(question, rows, asked);
        rows.forEach(row -> found(question, row, asked, watch));
    }

    private void found(Watch.Question question, Row row, Instant asked, Watch watch) {
        String key = key(question, row);
        if (watch.isOlder(key)) {
            return;
        }
        if (isOlder(question, row, watch)) {
            watch.wasThere(key);
        } else if (!known.isKnown(key)) {
            Captured captured = capture(question, row, watch);
            known.add(key);
            if (isIdentified(question)) {
                known.keep(question, row, captured, asked);
            }
        }
    }

    /** Whether a row that is found by the first answer to a question says itself that it was there before the scenario. */
    private boolean isOlder(Watch.Question question, Row row, Watch watch) {
        return !watch.hasAsked(question)
                && created(row)
                        .map(database::latest)
                        .filter(created -> created.isBefore(watch.began()))
                        .isPresent();
    }

    private Captured capture(Watch.Question question, Row row, Watch watch) {
        Instant now = journal.now();
        Instant earliest = created(row).map(database::earliest).orElse(watch.lastAsked(question));
        Instant latest = created(row).map(database::latest).filter(now::isAfter).orElse(now);
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("row", row.id().length() > 100 ? "without an id column" : row.id());
        properties.putAll(
                question.parametersByName(queries.get(question.effect()).names()));
        Capture seen = Capture.effect(
                        spec.name(),
                        question.effect(),
                        "row " + properties.get("row").toLowerCase(Locale.ROOT),
                        properties,
                        Message.json(row.fields()))
                .occurred(earliest, Optional.of(latest))
                .ordered(row.sequence());
        return isIdentified(question) ? journal.captureLasting(seen) : journal.capture(seen);
    }

    /** Without an id, nobody knows which row has become which. */
    private boolean isIdentified(Watch.Question question) {
        return spec.records().get(question.effect()).id().isPresent();
    }

    /** The time that a row gives, unless it is that of another clock. */
    private Optional<Instant> created(Row row) {
        return spec.ownClock() ? Optional.empty() : row.created();
    }

    /** What is done with the answer to a question. */
    private interface Found {
        void accept(Watch.Question question, List<Row> rows, Instant asked);
    }

    /** Something that the database may not answer. */
    private interface Poll {
        void run() throws SQLException;
    }
}
