package dev.handoff.journal;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The moment at which an expectation was judged, with what was known then of every probe. A verdict rests on the
 * journal up to this entry and on nothing else.
 *
 * @param sights by system
 */
public record Looked(long index, Instant at, String scenario, Map<String, Sight> sights, Settlement settlement)
        implements Entry {
    public Looked {
        sights = new TreeMap<>(sights);
    }
}
