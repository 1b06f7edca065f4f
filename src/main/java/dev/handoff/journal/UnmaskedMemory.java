package dev.handoff.journal;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The contents of the latest deliveries that masking changes, as they came: a mailed link is to be followed, not read.
 */
final class UnmaskedMemory {

    private static final int MOST = 10_000;

    private final Map<Long, Message> contents = new LinkedHashMap<>();

    void keep(long captured, Message content, Message masked) {
        if (!content.text().equals(masked.text())) {
            contents.put(captured, content);
            if (contents.size() > MOST) {
                contents.remove(contents.keySet().iterator().next());
            }
        }
    }

    /** Forgets what was captured before an entry. */
    void forget(long before) {
        Iterator<Long> captured = contents.keySet().iterator();
        while (captured.hasNext() && captured.next() < before) {
            captured.remove();
        }
    }

    int size() {
        return contents.size();
    }

    Optional<Message> of(long captured) {
        return Optional.ofNullable(contents.get(captured));
    }
}
