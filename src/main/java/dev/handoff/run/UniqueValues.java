package dev.handoff.run;

import dev.handoff.journal.RunMark;
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

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long SMALLEST_NUMBER = 100_000_000_000L;

    private final Map<String, Object> values = new LinkedHashMap<>();

    /** @param run whose mark the values bear, all but the number */
    UniqueValues(RunMark run) {
        String token = run.word();
        values.put("email", token + "@example.test");
        values.put("reference", "REF-" + token.toUpperCase(Locale.ROOT));
        values.put("uuid", run.uuid());
        values.put("number", SMALLEST_NUMBER + RANDOM.nextLong(8 * SMALLEST_NUMBER));
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
