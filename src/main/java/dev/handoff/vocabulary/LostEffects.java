package dev.handoff.vocabulary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The effects that an overlay's systems do not record, though those that they replace did. */
final class LostEffects {

    private record Lost(String system, Place recorded, Place replaced, List<String> speakers) {}

    private final Map<String, Lost> lost = new LinkedHashMap<>();

    /** A block of an overlay takes others of the same system away. */
    void by(Node.Entry over, Collection<Node.Entry> others) {
        for (Node.Entry other : others) {
            LenientEffects.in(other.value())
                    .forEach(name -> lost.putIfAbsent(
                            name.text(),
                            new Lost(over.key().text(), name.place(), over.key().place(), new ArrayList<>())));
        }
    }

    /** Whether an overlay has taken away what recorded this effect; then who speaks of it will be named. */
    boolean spokenOf(String effect, String where, Place place) {
        Lost found = lost.get(effect);
        if (found != null) {
            found.speakers.add(where + " at " + place);
        }
        return found != null;
    }

    /** Those that a sentence may speak of. */
    void mentioned(String sentence, String where, Place place) {
        String words = " " + sentence.toLowerCase(Locale.ROOT);
        lost.keySet().stream()
                .filter(effect -> words.contains(" " + effect.toLowerCase(Locale.ROOT)))
                .forEach(effect -> spokenOf(effect, where, place));
    }

    /** Reports each effect that is spoken of and recorded no more. */
    void report(Problems problems, Set<String> recorded) {
        lost.forEach((effect, by) -> {
            if (!recorded.contains(effect) && !by.speakers.isEmpty()) {
                int others = by.speakers.size() - 1;
                problems.add(
                        by.replaced,
                        "system " + by.system + " is replaced here, and no system records the effect "
                                + Words.quoted(effect) + " any more, as " + by.recorded + " did; spoken of in "
                                + by.speakers.get(0) + (others == 0 ? "" : " and in " + others + " more")
                                + Words.known(effect, recorded));
            }
        });
    }
}
