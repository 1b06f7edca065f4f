package dev.handoff.journal;

import java.util.Locale;

/** Field names without regard to how their words are joined: {@code orderId}, {@code order-id}, {@code ORDER_ID}. */
final class Names {

    private Names() {}

    static String normal(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .replaceAll("^_|_$", "")
                .toLowerCase(Locale.ROOT);
    }
}
