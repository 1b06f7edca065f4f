package shop.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be done inside a transaction. Values are always bound, never pasted into the SQL. */
public final class Transaction {

    private final Connection connection;
    private final List<Runnable> afterCommit = new ArrayList<>();

    Transaction(Connection connection) {
        this.connection = connection;
    }

    /** Reads the row that the result set stands on. */
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Returns the number of rows that changed. */
    public int update(String sql, Object... values) {
        try (PreparedStatement statement = prepare(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    public <T> List<T> list(String sql, Row<T> row, Object... values) {
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(row.read(rows));
            }
            return read;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    public <T> Optional<T> first(String sql, Row<T> row, Object... values) {
        return list(sql, row, values).stream().findFirst();
    }

    public boolean exists(String sql, Object... values) {
        return first(sql, row -> true, values).isPresent();
    }

    /** Runs after the commit, and not at all if it never comes. */
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void committed() {
        afterCommit.forEach(Runnable::run);
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
