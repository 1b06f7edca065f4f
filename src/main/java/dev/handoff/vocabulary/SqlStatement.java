package dev.handoff.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Scans a SQL statement far enough to know that it is one query, and where its named parameters are: quotes, dollar quotes,
 * comments and casts are honoured.
 */
public final class SqlStatement {

    private static final Set<String> QUERIES = Set.of("select", "with");
    private static final Set<String> CHANGES = Set.of("insert", "update", "delete", "merge");

    private final String sql;
    private final List<String> parameters = new ArrayList<>();
    private final StringBuilder jdbc = new StringBuilder();
    private int copied;
    private int at;
    private String firstWord;
    private boolean opened;
    private String complaint;

    private SqlStatement(String sql) {
        this.sql = sql;
    }

    /** Reads a statement; whether it is a single query, {@link #complaint()} tells. */
    public static SqlStatement of(String sql) {
        SqlStatement statement = new SqlStatement(sql);
        while (statement.at < sql.length() && statement.complaint == null) {
            statement.next();
        }
        return statement;
    }

    /** As written. */
    String source() {
        return sql;
    }

    /** The names of its parameters, in the order of their places; a name may come more than once. */
    public List<String> parameters() {
        return List.copyOf(parameters);
    }

    /** The statement as JDBC wants it: a question mark for each parameter, two for an operator of PostgreSQL that is one. */
    public String jdbc() {
        return jdbc + sql.substring(copied);
    }

    /** Why it is no single query, if it is none. */
    public Optional<String> complaint() {
        if (complaint == null && firstWord == null) {
            return Optional.of("is empty; write one select");
        }
        if (complaint == null && !QUERIES.contains(firstWord)) {
            return Optional.of("begins with \"" + firstWord + "\"; only select and with are allowed");
        }
        return Optional.ofNullable(complaint);
    }

    /** Why it is no single statement that reads or changes rows, if it is none. */
    Optional<String> setUpComplaint() {
        if (complaint == null && firstWord == null) {
            return Optional.of("is empty; write one insert, update, delete, merge or select");
        }
        if (complaint == null && !QUERIES.contains(firstWord) && !CHANGES.contains(firstWord)) {
            return Optional.of("begins with \"" + firstWord
                    + "\"; only insert, update, delete, merge, select and with are allowed");
        }
        return Optional.ofNullable(complaint);
    }

    private void next() {
        char c = sql.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (sql.startsWith("--", at)) {
            int end = sql.indexOf('\n', at);
            at = end < 0 ? sql.length() : end;
        } else if (sql.startsWith("/*", at)) {
            comment();
        } else if (c == '\'') {
            quoted('\'', at > 0 && isEscapeString());
        } else if (c == '"') {
            quoted('"', false);
        } else if (c == '$') {
            dollarQuoted();
        } else if (c == ';') {
            complaint = "has a \";\"; write one statement without it";
        } else if (c == ':') {
            colon();
        } else if (c == '?') {
            questionMarks();
        } else if (isNameStart(c)) {
            word();
        } else {
            opened = c == '(';
            at++;
        }
    }

    private boolean isEscapeString() {
        boolean e = Character.toLowerCase(sql.charAt(at - 1)) == 'e';
        return e && (at < 2 || !isNamePart(sql.charAt(at - 2)));
    }

    private void comment() {
        int depth = 0;
        int start = at;
        do {
            if (sql.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (sql.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0 && at < sql.length());
        if (depth > 0) {
            unclosed("comment", start);
        }
    }

    private void quoted(char quote, boolean backslashes) {
        int start = at++;
        while (at < sql.length()) {
            char c = sql.charAt(at++);
            if (backslashes && c == '\\') {
                at++;
            } else if (c == quote) {
                if (at < sql.length() && sql.charAt(at) == quote) {
                    at++;
                } else {
                    opened = false;
                    return;
                }
            }
        }
        unclosed("quote", start);
    }

    private void dollarQuoted() {
        int close = at + 1;
        while (close < sql.length() && isNamePart(sql.charAt(close))) {
            close++;
        }
        boolean inName = at > 0 && isNamePart(sql.charAt(at - 1));
        if (inName || close >= sql.length() || sql.charAt(close) != '$') {
            at++;
            return;
        }
        String tag = sql.substring(at, close + 1);
        int end = sql.indexOf(tag, close + 1);
        if (end < 0) {
            unclosed("quote", at);
        } else {
            at = end + tag.length();
            opened = false;
        }
    }

    private void colon() {
        if (sql.startsWith("::", at)) {
            at += 2;
            return;
        }
        int start = ++at;
        if (at < sql.length() && isNameStart(sql.charAt(at))) {
            skipName();
            parameters.add(sql.substring(start, at));
            replace(start - 1, "?");
        }
    }

    private void questionMarks() {
        int start = at;
        while (at < sql.length() && sql.charAt(at) == '?') {
            at++;
        }
        opened = false;
        if (at - start == 1) {
            replace(start, "??");
        }
    }

    private void replace(int start, String replacement) {
        jdbc.append(sql, copied, start).append(replacement);
        copied = at;
    }

    private void word() {
        int start = at;
        skipName();
        String word = sql.substring(start, at).toLowerCase(Locale.ROOT);
        if (firstWord == null) {
            firstWord = word;
        } else if (opened && CHANGES.contains(word)) {
            complaint = "would change data with \"" + word + "\"; only queries are allowed";
        }
        opened = false;
    }

    private void skipName() {
        while (at < sql.length() && isNamePart(sql.charAt(at))) {
            at++;
        }
    }

    private void unclosed(String what, int start) {
        complaint = "has a " + what + " that is never closed, at " + Words.quoted(sql.substring(start));
        at = sql.length();
    }

    private static boolean isNameStart(char c) {
        return Character.isLetter(c) || c == '_';
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
