package dev.handoff.journal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Field names without regard to how their words are joined: {@code orderId}, {@code order-id}, {@code ORDER_ID}. */
final class Names {

    private static final int MOST_KEPT = 10_000;
    private static final Map<String, String> NORMAL = new ConcurrentHashMap<>();

    private Names() {}

    static String normal(String name) {
        String known = NORMAL.get(name);
        if (known != null) {
            return known;
        }
        String normal = joined(name);
        if (NORMAL.size() < MOST_KEPT) {
            NORMAL.put(name, normal);
        }
        return normal;
    }

    /** The same, worked out anew. */
    static String joined(String name) {
        StringBuilder joined = new StringBuilder(name.length() + 4);
        char before = '_';
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (isUpper(c)) {
                if (isLowerOrDigit(before)) {
                    joined.append('_');
                }
                joined.append((char) (c + 'a' - 'A'));
            } else if (isLowerOrDigit(c)) {
                joined.append(c);
            } else if (joined.length() > 0 && joined.charAt(joined.length() - 1) != '_') {
                joined.append('_');
            }
            before = c;
        }
        int last = joined.length() - 1;
        if (last >= 0 && joined.charAt(last) == '_') {
            joined.setLength(last);
        }
        return joined.toString();
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isLowerOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }
}
