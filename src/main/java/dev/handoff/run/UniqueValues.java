package dev.handoff.run;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Values that only one scenario uses: planted in business fields, they lead effects back to it. */
final class UniqueValues {

    private static final String LETTERS = "abcdefghjkmnpqrstvwxyz0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long SMALLEST_NUMBER = 100_000_000_000L;

    private final Map<String, Object> values = new LinkedHashMap<>();

    UniqueValues() {
        String token = token();
        values.put("email", token + "@example.test");
        values.put("reference", "REF-" + token.toUpperCase(Locale.ROOT));
        values.put("uuid", UUID.randomUUID().toString());
        values.put("number", SMALLEST_NUMBER + RANDOM.nextLong(8 * SMALLEST_NUMBER));
    }

    private static String token() {
        StringBuilder token = new StringBuilder("h");
        for (int i = 0; i < 10; i++) {
            token.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return token.toString();
    }

    List<String> tracers() {
        List<String> tracers = new ArrayList<>();
        values.values().forEach(value -> tracers.add(String.valueOf(value)));
        return tracers;
    }

    /** {@code unique.email} and its kin, and {@code fresh.uuid}, which is another each time. */
    Optional<Object> value(String name) {
        if (name.equals("fresh.uuid")) {
            return Optional.of(UUID.randomUUID().toString());
        }
        return name.startsWith("unique.")
                ? Optional.ofNullable(values.get(name.substring("unique.".length())))
                : Optional.empty();
    }
}
