package dev.handoff.sandbox.sql;

import dev.handoff.journal.Capture;
import dev.handoff.journal.Journal;
import dev.handoff.journal.Message;
import dev.handoff.journal.Sight;
import dev.handoff.sandbox.Probe;
import dev.handoff.sandbox.ProbeFailed;
import dev.handoff.sandbox.Rest;
import dev.handoff.sandbox.ScenarioValues;
import dev.handoff.vocabulary.SystemSpec;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Asks a database for the rows that belong to the scenarios that are running, again and again. */
public final class SqlProbe implements Probe {

    private final SystemSpec.Sql spec;
    private final Map<String, String> address;
    private final Database database;
    private final Journal journal;
    private final Map<String, NamedQuery> queries = new LinkedHashMap<>();
    private final Map<String, Watch> watches = new ConcurrentHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final ScheduledExecutorService polling;
    private volatile boolean down;

    /**
     * Watches a database.
     *
     * @param address what the application needs to reach it, with {@code url}, {@code user} and {@code password}
     * @throws ProbeFailed when it cannot be reached
     */
    public SqlProbe(SystemSpec.Sql spec, Map<String, String> address, Journal journal) {
        this.spec = spec;
        this.address = Map.copyOf(address);
        this.journal = journal;
        this.database = new Database(spec.name(), address, journal::now);
        spec.records().forEach((effect, query) -> queries.put(effect, NamedQuery.parse(query.query())));
        this.polling = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "poll " + spec.name());
            thread.setDaemon(true);
            return thread;
        });
        polling.scheduleWithFixedDelay(this::poll, 0, spec.every().toMillis(), TimeUnit.MILLISECONDS);
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
        try {
            database.measureSkew();
            journal.probeChanged(
                    spec.name(), true, "it answered, its clock within " + database.skewInWords() + " of ours");
        } catch (SQLException unreachable) {
            throw new ProbeFailed(
                    "the database of " + spec.name() + " does not answer: " + Database.firstLine(unreachable));
        }
    }

    @Override
    public void watch(String scenario, ScenarioValues values) {
        watches.put(scenario, new Watch(scenario, values, journal.now()));
    }

    @Override
    public void unwatch(String scenario) {
        watches.remove(scenario);
    }

    @Override
    public boolean isAsking() {
        return true;
    }

    @Override
    public Sight sight(String scenario) {
        Watch watch = watches.get(scenario);
        if (watch == null || watch.seenUpTo == null) {
            return new Sight(null, spec.name() + " has not answered a poll yet");
        }
        return new Sight(
                watch.seenUpTo,
                spec.name() + " asked " + watch.polls + (watch.polls == 1 ? " time" : " times"),
                watch.unasked);
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
            long count = database.count(
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
        polling.shutdownNow();
        database.close();
    }

    private void poll() {
        for (Watch watch : watches.values()) {
            try {
                poll(watch);
                if (down) {
                    prove();
                    down = false;
                }
            } catch (SQLException unanswered) {
                failed("it does not answer: " + Database.firstLine(unanswered));
                return;
            } catch (RuntimeException broken) {
                failed("the poll broke: " + broken);
                return;
            }
        }
    }

    private void failed(String detail) {
        if (!down && !polling.isShutdown()) {
            down = true;
            journal.probeChanged(spec.name(), false, detail);
        }
    }

    private void poll(Watch watch) throws SQLException {
        Instant began = journal.now();
        Map<String, String> unasked = new LinkedHashMap<>();
        for (Map.Entry<String, NamedQuery> query : queries.entrySet()) {
            Optional<String> unknown = query.getValue().names().stream()
                    .filter(name -> watch.values.value(name).isEmpty())
                    .findFirst();
            if (unknown.isPresent()) {
                unasked.put(query.getKey(), unknown.get() + " is not known in this scenario");
                continue;
            }
            List<Object> parameters = query.getValue().names().stream()
                    .map(name -> watch.values.value(name).orElseThrow())
                    .toList();
            SystemSpec.SqlQuery described = spec.records().get(query.getKey());
            for (Row row : database.rows(query.getValue().jdbc(), parameters, described)) {
                if (seen.add(query.getKey() + '\n' + row.id())) {
                    capture(query.getKey(), row, watch);
                }
            }
            watch.lastAsked.put(query.getKey(), began);
        }
        watch.polled(began, unasked);
    }

    private void capture(String effect, Row row, Watch watch) {
        Instant now = journal.now();
        Instant earliest =
                row.created().map(database::earliest).orElse(watch.lastAsked.getOrDefault(effect, watch.began));
        Instant latest =
                row.created().map(database::latest).filter(now::isAfter).orElse(now);
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("row", row.id().length() > 100 ? "without an id column" : row.id());
        journal.capture(Capture.effect(
                        spec.name(),
                        effect,
                        "row " + properties.get("row").toLowerCase(Locale.ROOT),
                        properties,
                        Message.json(row.fields()))
                .occurred(earliest, Optional.of(latest)));
    }

    /** One scenario that is watched. */
    private static final class Watch {
        private final String scenario;
        private final ScenarioValues values;
        private final Instant began;
        private final Map<String, Instant> lastAsked = new HashMap<>();
        private volatile Instant seenUpTo;
        private volatile int polls;
        private volatile Map<String, String> unasked = Map.of();

        Watch(String scenario, ScenarioValues values, Instant began) {
            this.scenario = scenario;
            this.values = values;
            this.began = began;
        }

        void polled(Instant at, Map<String, String> without) {
            unasked = without;
            polls = polls + 1;
            seenUpTo = at;
        }
    }
}
