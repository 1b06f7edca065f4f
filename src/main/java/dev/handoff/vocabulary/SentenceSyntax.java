package dev.handoff.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What Cucumber would refuse in an expression, found by hand and said at the sentence's place: braces, optional text in
 * parentheses, alternatives with a slash, and the backslash before any of them.
 */
final class SentenceSyntax {

    /** A parameter's inside, or any other text. */
    record Piece(String text, boolean parameter) {}

    private static final Pattern ESCAPED = Pattern.compile("\\\\.");
    private static final Pattern OPTIONAL = Pattern.compile("\\([^)]*\\)");
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");
    private static final String ESCAPABLE = "{}()\\/ ";

    private final String text;
    private int parenthesis = -1;
    private int brace = -1;

    private SentenceSyntax(String text) {
        this.text = text;
    }

    /** Why Cucumber would not take it, if it would not. */
    static Optional<String> complaint(String text) {
        return Optional.ofNullable(new SentenceSyntax(text).complaint());
    }

    /** Its parts; only for a sentence without complaint. */
    static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == '{') {
                pieces.add(new Piece(text.substring(from, at), false));
                int close = text.indexOf('}', at);
                pieces.add(new Piece(text.substring(at + 1, close), true));
                at = close;
                from = close + 1;
            }
        }
        pieces.add(new Piece(text.substring(from), false));
        return pieces;
    }

    private String complaint() {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            String complaint = c == '\\' ? escape(at++) : brace >= 0 ? insideBraces(c) : outside(c, at);
            if (complaint != null) {
                return complaint;
            }
        }
        if (brace >= 0) {
            return "has a { that is never closed; write {name} or {name:type}";
        }
        return parenthesis >= 0
                ? "has a ( that is never closed; ( ) is optional text, \\( a parenthesis"
                : alternatives();
    }

    private String escape(int at) {
        if (brace >= 0) {
            return "has a \\ inside of { }";
        }
        boolean good = at + 1 < text.length() && ESCAPABLE.indexOf(text.charAt(at + 1)) >= 0;
        return good
                ? null
                : "has a \\ before something other than { } ( ) / \\ or a space; write \\\\ for the \\ itself";
    }

    private String insideBraces(char c) {
        if (c == '}') {
            brace = -1;
            return null;
        }
        return c == '{' || c == '(' || c == ')' || c == '/'
                ? "has a " + c + " inside of { }; write {name} or {name:type}"
                : null;
    }

    private String outside(char c, int at) {
        return switch (c) {
            case '{' -> openBrace(at);
            case '}' -> "has a } that closes nothing; write \\} for the brace itself";
            case '(' -> openParenthesis(at);
            case ')' -> closeParenthesis(at);
            case '/' -> parenthesis >= 0 ? "has a / inside of ( ); write \\/ for the slash itself" : null;
            default -> null;
        };
    }

    private String openBrace(int at) {
        if (parenthesis >= 0) {
            return "has a parameter inside of ( ); optional text takes none";
        }
        brace = at;
        return null;
    }

    private String openParenthesis(int at) {
        if (parenthesis >= 0) {
            return "has a ( inside of ( ); write \\( for the parenthesis itself";
        }
        parenthesis = at;
        return null;
    }

    private String closeParenthesis(int at) {
        if (parenthesis < 0) {
            return "has a ) that closes nothing; write \\) for the parenthesis itself";
        }
        boolean empty = parenthesis == at - 1;
        parenthesis = -1;
        return empty ? "has an empty ( ); ( ) is optional text, \\( a parenthesis" : null;
    }

    /** Each alternative of {@code a/b} must be there whatever optional text is left out, and none is a parameter. */
    private String alternatives() {
        String plain = ESCAPED.matcher(text).replaceAll("x");
        String words =
                PARAMETER.matcher(OPTIONAL.matcher(plain).replaceAll("()")).replaceAll(" ");
        for (String word : words.split(" ")) {
            for (String alternative : word.contains("/") ? word.split("/", -1) : new String[0]) {
                if (alternative.replace("()", "").isEmpty()) {
                    return "has a / without a word on each side; a/b is an alternative, \\/ a slash";
                }
            }
        }
        return null;
    }
}
