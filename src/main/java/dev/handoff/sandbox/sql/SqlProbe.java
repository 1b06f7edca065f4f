package dev.handoff.sandbox.sql;

import dev.handoff.journal.Journal;
import dev.handoff.journal.Sight;
import dev.handoff.sandbox.Probe;
import dev.handoff.sandbox.ProbeFailed;
import dev.handoff.sandbox.Pulse;
import dev.handoff.sandbox.Rest;
import dev.handoff.sandbox.ScenarioValues;
import dev.handoff.sandbox.SkewOverTime;
import dev.handoff.sandbox.Statements;
import dev.handoff.sandbox.asking.Asking;
import dev.handoff.sandbox.asking.Rhythm;
import dev.handoff.vocabulary.SystemSpec;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Asks a database for the rows that belong to the scenarios that are running, again and again. */
public final class SqlProbe implements Probe {

    private final SystemSpec.Sql spec;
    private final Map<String, String> address;
    private final Database database;
    private final Database counting;
    private final Asking asking;
    private final Pulse pulse;

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
        this.pulse = new Pulse(spec.name(), journal, this::canary);
        this.database = new Database(spec.name(), address, journal::now, skew);
        this.counting = new Database(spec.name(), address, journal::now, skew);
        this.asking = new Asking(spec.name(), Rhythm.of(spec.every()), journal, pulse, new Rows(spec, database));
        asking.start();
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
        asking.watch(scenario, values);
    }

    @Override
    public void unwatch(String scenario) {
        asking.unwatch(scenario);
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
        asking.seeUpTo(scenario, instant);
    }

    @Override
    public Sight sight(String scenario) {
        return asking.sight(scenario);
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
        asking.close();
        pulse.close();
        database.close();
        counting.close();
    }
}
