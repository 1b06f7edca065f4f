package dev.handoff.sandbox.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/**
 * One row of an answer.
 *
 * @param fields the columns by their labels
 * @param id what tells it from other rows
 * @param created the time that the row itself gives
 */
record Row(ObjectNode fields, String id, Optional<Instant> created) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Row read(ResultSet answer, Optional<String> idColumn, Optional<String> timeColumn) throws SQLException {
        ResultSetMetaData columns = answer.getMetaData();
        ObjectNode fields = JSON.createObjectNode();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            fields.set(columns.getColumnLabel(i), value(answer.getObject(i), columns.getColumnTypeName(i)));
        }
        String id = idColumn.isPresent() ? answer.getString(idColumn.get()) : null;
        Optional<Instant> created = timeColumn.isPresent()
                ? Optional.ofNullable(answer.getTimestamp(timeColumn.get())).map(Timestamp::toInstant)
                : Optional.empty();
        return new Row(fields, id == null ? fields.toString() : id, created);
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
