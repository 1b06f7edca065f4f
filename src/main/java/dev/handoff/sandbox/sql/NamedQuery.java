package dev.handoff.sandbox.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query with named parameters as JDBC wants it.
 *
 * @param jdbc the query with a question mark for each parameter
 * @param names of the parameters, in the order of their marks
 */
record NamedQuery(String jdbc, List<String> names) {

    private static final Pattern TOKEN = Pattern.compile(
            "'(?:[^']|'')*'|\"[^\"]*\"|--[^\\n]*|/\\*.*?\\*/|(\\$\\w*\\$).*?\\1|::|:(?<name>[A-Za-z_]\\w*)|\\?+",
            Pattern.DOTALL);

    static NamedQuery parse(String query) {
        List<String> names = new ArrayList<>();
        Matcher tokens = TOKEN.matcher(query);
        StringBuilder jdbc = new StringBuilder();
        while (tokens.find()) {
            String name = tokens.group("name");
            if (name != null) {
                names.add(name);
            }
            tokens.appendReplacement(jdbc, name != null ? "?" : Matcher.quoteReplacement(literally(tokens.group())));
        }
        return new NamedQuery(tokens.appendTail(jdbc).toString(), names);
    }

    /** To JDBC, a question mark that is an operator of PostgreSQL is two. */
    private static String literally(String token) {
        return token.equals("?") ? "??" : token;
    }
}
