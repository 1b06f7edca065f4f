package dev.handoff.report.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A handoff, which is an effect of the vocabulary, and who says what of it.
 *
 * @param spokenOf whether any scenario that ran names it
 * @param specifiedBy the scenarios that say it, for each aspect; none of them for one that nobody specifies
 */
public record Handoff(String effect, boolean spokenOf, Map<Aspect, List<String>> specifiedBy) {

    public Handoff {
        specifiedBy = Map.copyOf(specifiedBy);
    }

    /** One for each effect; those that no scenario speaks of come first. */
    public static List<Handoff> of(Collection<String> effects, Collection<Ran> scenarios) {
        List<Spoken> spoken = scenarios.stream().map(Spoken::new).toList();
        return effects.stream()
                .map(effect -> of(effect, spoken))
                .sorted(Comparator.comparing(Handoff::spokenOf))
                .toList();
    }

    private static Handoff of(String effect, List<Spoken> scenarios) {
        Map<Aspect, List<String>> specifiedBy = new EnumMap<>(Aspect.class);
        scenarios.forEach(spoken -> spoken.aspects(effect).forEach(aspect -> specifiedBy
                .computeIfAbsent(aspect, none -> new ArrayList<>())
                .add(spoken.scenario())));
        return new Handoff(effect, scenarios.stream().anyMatch(spoken -> spoken.of(effect)), specifiedBy);
    }

    /** The scenarios that specify an aspect of it. */
    public List<String> specifiedBy(Aspect aspect) {
        return specifiedBy.getOrDefault(aspect, List.of());
    }
}
