package dev.handoff.vocabulary;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how a system says that it is asked too often, and how often it may be asked. */
final class PollLimitReader {

    static final List<String> KEYS = List.of("statuses", "when", "rest", "pace");
    private static final int TOO_MANY_REQUESTS = 429;

    private PollLimitReader() {}

    static PollLimit read(Optional<Value> value) {
        if (value.isEmpty()) {
            return new PollLimit(List.of(TOO_MANY_REQUESTS), Map.of(), Duration.ofSeconds(1), Duration.ZERO);
        }
        Section section = Section.of(value.get(), KEYS);
        List<Integer> statuses = section.list("statuses", "a list of statuses", status -> status.number(200, 599));
        Map<String, String> when = new LinkedHashMap<>();
        for (Value.Named entry : section.named("when", "a mapping of JSON paths and values")) {
            Conditions.value(entry.value()).ifPresent(text -> when.put(entry.name(), text));
        }
        return new PollLimit(
                statuses.isEmpty() ? List.of(TOO_MANY_REQUESTS) : statuses,
                when,
                section.value("rest").flatMap(Durations::readPositive).orElse(Duration.ofSeconds(1)),
                section.value("pace").flatMap(Durations::read).orElse(Duration.ZERO));
    }
}
