package dev.handoff.vocabulary;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads queries and checks that somebody will know the values of their parameters. */
final class SqlQueries {

    private static final String ALLOWED = "one select";

    private SqlQueries() {}

    /** A query whose parameters are remembered values, business keys or the correlation ID. */
    static Optional<SqlStatement> read(Value value) {
        Optional<SqlStatement> statement = single(value);
        statement.ifPresent(query -> value.draft()
                .afterwards(() -> query.parameters().stream().distinct().forEach(name -> check(value, name))));
        return statement;
    }

    private static Optional<SqlStatement> single(Value value) {
        Optional<SqlStatement> statement = value.text(ALLOWED).map(SqlStatement::of);
        Optional<String> complaint = statement.flatMap(SqlStatement::complaint);
        complaint.ifPresent(why -> value.problem(value.what() + " " + why));
        return complaint.isPresent() ? Optional.empty() : statement;
    }

    private static void check(Value value, String parameter) {
        Set<String> known = new TreeSet<>(value.draft().words().remembered());
        known.addAll(value.draft().words().keys());
        known.add("correlationId");
        if (!known.contains(parameter)) {
            value.problem(
                    "unknown parameter \":" + parameter + "\" in " + value.what() + Words.known(parameter, known));
        }
    }
}
