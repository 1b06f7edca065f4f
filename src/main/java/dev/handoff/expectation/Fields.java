package dev.handoff.expectation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.handoff.journal.Captured;
import dev.handoff.journal.JsonPath;
import dev.handoff.journal.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the fields of a delivery or an answer, and compares them with a table. */
final class Fields {

    static final String HEADER = "header ";

    private static final Pattern MASKED = Pattern.compile("masked-[0-9a-f]{8}");

    private final Message content;
    private final Map<String, String> properties;
    private final Instant at;
    private final JsonNode tree;

    private Fields(Message content, Map<String, String> properties, Instant at) {
        this.content = content;
        this.properties = properties;
        this.at = at;
        this.tree = content.tree();
    }

    static Fields of(Captured captured) {
        return new Fields(captured.content(), captured.properties(), captured.at());
    }

    static Fields of(Message answer, Instant at) {
        return new Fields(answer, Map.of(), at);
    }

    /** The rows that do not hold. */
    List<Mismatch> mismatches(List<Field> rows) {
        List<Mismatch> mismatches = new ArrayList<>();
        for (Field row : rows) {
            Matcher matcher = Matchers.of(row.cell());
            JsonNode value = value(row.path());
            if (!matcher.matches(value, at)) {
                mismatches.add(new Mismatch(row.path(), expected(matcher, value), Shown.value(value)));
            }
        }
        return mismatches;
    }

    /** Every row beside what was observed. */
    List<Cell> compare(List<Field> rows) {
        Renamed renamed = new Renamed(tree, at, rows);
        List<Cell> cells = new ArrayList<>();
        for (Field row : rows) {
            Matcher matcher = Matchers.of(row.cell());
            JsonNode value = value(row.path());
            if (matcher.matches(value, at)) {
                cells.add(new Cell(row.path(), Shown.value(value), null, null));
                continue;
            }
            String remark = value.isMissingNode()
                    ? renamed.remark(row.path(), matcher).orElse(null)
                    : OtherUnit.remark(matcher, value).orElse(null);
            cells.add(new Cell(row.path(), Shown.value(value), expected(matcher, value), remark));
        }
        return cells;
    }

    /** What stands where a secret was masked is not compared with the secret itself in writing. */
    private static String expected(Matcher matcher, JsonNode value) {
        return matcher instanceof ExactText && MASKED.matcher(value.asText()).matches()
                ? "another value, not shown because this field is masked"
                : matcher.expected();
    }

    JsonNode value(String path) {
        if (path.startsWith(HEADER)) {
            return content.header(path.substring(HEADER.length()).strip())
                    .<JsonNode>map(TextNode::valueOf)
                    .orElse(MissingNode.getInstance());
        }
        JsonNode value = JsonPath.find(tree, path);
        if (value.isMissingNode() && properties.containsKey(path)) {
            return TextNode.valueOf(properties.get(path));
        }
        return value.isMissingNode() && path.equals("text") && tree.isTextual() ? tree : value;
    }

    /** The names that there are where a path would be, or the names of headers for one of those. */
    Set<String> beside(String path) {
        if (path.startsWith(HEADER)) {
            return content.headers().keySet().stream()
                    .map(name -> HEADER + name)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        Set<String> names = new TreeSet<>();
        for (String level = path; names.isEmpty() && level != null; ) {
            int dot = level.lastIndexOf('.');
            level = dot < 0 ? null : level.substring(0, dot);
            String parent = level == null || level.equals("$") ? "" : level + ".";
            JsonNode node = parent.isEmpty() ? tree : JsonPath.find(tree, level);
            node.fieldNames().forEachRemaining(name -> names.add(parent + name));
        }
        return names;
    }

    /** The rows' fields, or the first few there are, as {@code amount=2500 currency=usd}. */
    String brief(List<Field> rows) {
        List<String> shown = new ArrayList<>();
        if (!rows.isEmpty()) {
            rows.forEach(row -> shown.add(shortName(row.path()) + "=" + Shown.bare(value(row.path()))));
        } else if (tree.isObject()) {
            tree.properties().stream()
                    .filter(field -> field.getValue().isValueNode())
                    .limit(3)
                    .forEach(field -> shown.add(field.getKey() + "=" + Shown.bare(field.getValue())));
        }
        content.header("Idempotency-Key").ifPresent(key -> shown.add("Idempotency-Key=" + Shown.bare(key)));
        return shown.stream().distinct().collect(Collectors.joining(" "));
    }

    /** What tells a delivery from others when its fields are shown in a table. */
    String identity() {
        return content.header("Idempotency-Key")
                .map(key -> "Idempotency-Key=" + Shown.bare(key))
                .orElse("");
    }

    private static String shortName(String path) {
        return path.startsWith(HEADER) ? path.substring(HEADER.length()).strip() : path;
    }

    /** A row that does not hold. */
    record Mismatch(String path, String expected, String observed) {}
}
