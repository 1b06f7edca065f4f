package dev.handoff.sandbox.sql;

import dev.handoff.vocabulary.SqlStatement;
import java.util.List;

/**
 * A query with named parameters as JDBC wants it.
 *
 * @param jdbc the query with a question mark for each parameter
 * @param names of the parameters, in the order of their marks
 */
record NamedQuery(String jdbc, List<String> names) {

    static NamedQuery parse(String query) {
        SqlStatement statement = SqlStatement.of(query);
        return new NamedQuery(statement.jdbc(), statement.parameters());
    }
}
