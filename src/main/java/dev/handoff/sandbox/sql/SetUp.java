package dev.handoff.sandbox.sql;

import dev.handoff.sandbox.ProbeFailed;
import dev.handoff.sandbox.Statements;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Statements of actions, each over a connection of its own that may write, beside those of the probe that may not. */
record SetUp(String system, Map<String, String> address) implements Statements {

    private static final int LONGEST = 60;

    @Override
    public String run(String statement, List<Object> values) {
        try (Connection connection =
                        DriverManager.getConnection(address.get("url"), address.get("user"), address.get("password"));
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            Database.bind(prepared, values);
            boolean rows = prepared.execute();
            int count = rows ? 0 : prepared.getUpdateCount();
            return oneLine(statement) + (rows ? "" : ", " + count + (count == 1 ? " row" : " rows"));
        } catch (SQLException refused) {
            throw new ProbeFailed("the database of " + system + " refuses the statement \"" + oneLine(statement)
                    + "\": " + Database.firstLine(refused));
        }
    }

    private static String oneLine(String statement) {
        String line = statement.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
