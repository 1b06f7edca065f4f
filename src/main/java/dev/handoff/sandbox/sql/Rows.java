package dev.handoff.sandbox.sql;

import dev.handoff.journal.Interval;
import dev.handoff.sandbox.asking.Inquiry;
import dev.handoff.sandbox.asking.Refused;
import dev.handoff.sandbox.asking.Shown;
import dev.handoff.sandbox.asking.Source;
import dev.handoff.sandbox.asking.Unanswered;
import dev.handoff.vocabulary.SystemSpec;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of a database, as the queries of the vocabulary show them. */
final class Rows implements Source {

    private final SystemSpec.Sql spec;
    private final Database database;
    private final Map<String, NamedQuery> queries = new LinkedHashMap<>();
    private final List<Inquiry> inquiries = new ArrayList<>();

    Rows(SystemSpec.Sql spec, Database database) {
        this.spec = spec;
        this.database = database;
        spec.records().forEach((effect, query) -> {
            NamedQuery named = NamedQuery.parse(query.query());
            queries.put(effect, named);
            inquiries.add(new Inquiry(effect, named.names(), List.of(effect)));
        });
    }

    @Override
    public List<Inquiry> inquiries() {
        return inquiries;
    }

    @Override
    public String noun() {
        return "row";
    }

    @Override
    public List<Shown> ask(Inquiry inquiry, List<Object> parameters) throws Unanswered, Refused {
        String effect = inquiry.name();
        SystemSpec.SqlQuery query = spec.records().get(effect);
        try {
            return database.rows(queries.get(effect).jdbc(), effect, parameters, query).stream()
                    .map(row -> shown(effect, row, query))
                    .toList();
        } catch (SQLException refused) {
            requireAnswer(refused);
            throw new Refused(spec.name() + " cannot be asked for the " + effect + ": " + Database.firstLine(refused));
        }
    }

    private void requireAnswer(SQLException refused) throws Unanswered {
        try {
            database.requireAnswer(refused);
        } catch (SQLException unanswered) {
            throw unanswered(unanswered);
        }
    }

    private static Unanswered unanswered(SQLException failure) {
        return new Unanswered("it does not answer: " + Database.firstLine(failure));
    }

    @Override
    public void turnEnded() throws Unanswered {
        try {
            database.measureSkewWhenDue();
        } catch (SQLException unanswered) {
            throw unanswered(unanswered);
        }
    }

    private Shown shown(String effect, Row row, SystemSpec.SqlQuery query) {
        Optional<Interval> came = spec.ownClock()
                ? Optional.empty()
                : row.created().map(time -> new Interval(database.earliest(time), database.latest(time)));
        return new Shown(
                Optional.of(effect), row.id(), row.id(), query.id().isPresent(), row.fields(), came, row.sequence());
    }
}
