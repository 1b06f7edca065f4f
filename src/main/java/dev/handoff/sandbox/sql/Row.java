package dev.handoff.sandbox.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handoff.journal.Sequence;
import dev.handoff.vocabulary.SystemSpec;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.postgresql.PGResultSetMetaData;

/**
 * One row of an answer.
 *
 * @param fields the columns by their labels
 * @param id what tells it from other rows
 * @param created the time that the row itself gives
 * @param sequence where it stands among the rows of its table; null when it does not tell
 */
record Row(ObjectNode fields, String id, Optional<Instant> created, Sequence sequence) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param effect what the rows are, for a sequence that is no column of a table */
    static Row read(ResultSet answer, String effect, SystemSpec.SqlQuery query) throws SQLException {
        ResultSetMetaData columns = answer.getMetaData();
        ObjectNode fields = JSON.createObjectNode();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            fields.set(columns.getColumnLabel(i), value(answer.getObject(i), columns.getColumnTypeName(i)));
        }
        String id = query.id().isPresent() ? answer.getString(query.id().get()) : null;
        Optional<Instant> created = query.at().isPresent()
                ? Optional.ofNullable(answer.getTimestamp(query.at().get())).map(Timestamp::toInstant)
                : Optional.empty();
        Sequence sequence = query.sequence().isPresent()
                ? sequence(answer, effect, query.sequence().get())
                : null;
        return new Row(fields, id == null ? fields.toString() : id, created, sequence);
    }

    private static Sequence sequence(ResultSet answer, String effect, SystemSpec.Sequence sequence)
            throws SQLException {
        String value = answer.getString(sequence.by());
        String per =
                sequence.per().isPresent() ? answer.getString(sequence.per().get()) : null;
        if (value == null || per == null && sequence.per().isPresent()) {
            return null;
        }
        return new Sequence(
                origin(answer.getMetaData(), answer.findColumn(sequence.by())).orElse(effect + "." + sequence.by()),
                sequence.by(),
                per == null ? null : sequence.per().get() + "=" + per,
                value);
    }

    /** The column of a table that a column of the answer is, by the names that PostgreSQL's driver keeps for itself. */
    private static Optional<String> origin(ResultSetMetaData columns, int column) throws SQLException {
        if (columns.getTableName(column).isEmpty()) {
            return Optional.empty();
        }
        boolean isPostgres = columns instanceof PGResultSetMetaData;
        String schema =
                isPostgres ? ((PGResultSetMetaData) columns).getBaseSchemaName(column) : columns.getSchemaName(column);
        String name =
                isPostgres ? ((PGResultSetMetaData) columns).getBaseColumnName(column) : columns.getColumnName(column);
        return Optional.of(schema + "." + columns.getTableName(column) + "." + name);
    }

    private static JsonNode value(Object value, String type) {
        if (value == null) {
            return JSON.getNodeFactory().nullNode();
        }
        if (value instanceof BigDecimal number) {
            return JSON.getNodeFactory().numberNode(number);
        }
        if (value instanceof Number number) {
            return JSON.valueToTree(number);
        }
        if (value instanceof Boolean truth) {
            return JSON.getNodeFactory().booleanNode(truth);
        }
        if (value instanceof Timestamp time) {
            return JSON.getNodeFactory().textNode(time.toInstant().toString());
        }
        if (value instanceof byte[] bytes) {
            return JSON.getNodeFactory().binaryNode(bytes);
        }
        if (type.startsWith("json")) {
            try {
                return JSON.readTree(value.toString());
            } catch (JsonProcessingException notJson) {
                return JSON.getNodeFactory().textNode(value.toString());
            }
        }
        return JSON.getNodeFactory().textNode(value.toString());
    }
}
