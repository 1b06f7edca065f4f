package dev.handoff.vocabulary;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads queries and checks that somebody will know the values of their parameters. */
final class SqlQueries {

    private static final String ALLOWED = "one select";

    private SqlQueries() {}

    /** A query whose parameters are remembered values or business keys. */
    static Optional<SqlStatement> read(Value value) {
        Optional<SqlStatement> statement = single(value);
        statement.ifPresent(query -> value.draft()
                .afterwards(() -> query.parameters().stream().distinct().forEach(name -> check(value, name))));
        return statement;
    }

    /** A query without parameters. */
    static Optional<String> readConstant(Value value) {
        Optional<List<String>> parameters = single(value).map(SqlStatement::parameters);
        if (parameters.isPresent() && !parameters.get().isEmpty()) {
            value.problem(value.what() + " has the parameter \":"
                    + parameters.get().get(0) + "\"; it is asked for all scenarios at once, so it takes none");
        }
        return parameters.filter(List::isEmpty).flatMap(none -> value.text());
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
        if (!known.contains(parameter)) {
            value.problem(
                    "unknown parameter \":" + parameter + "\" in " + value.what() + Words.known(parameter, known));
        }
    }
}
