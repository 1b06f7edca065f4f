package dev.handoff.report.coverage;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How much of the features a run has carried out. What a part does not say may be said by the rest, so only a whole shows
 * what is missing.
 */
public record Share(List<OfFeature> features) {

    public Share {
        features = List.copyOf(features);
    }

    /** Of one feature: how many of its scenarios ran. */
    public record OfFeature(String feature, int ran, int all) {}

    public boolean isWhole() {
        return features.stream().allMatch(feature -> feature.ran() >= feature.all());
    }

    /** {@code 9 of 17 scenarios ran (Refunds 9 of 9, Trial signup 0 of 8)}. */
    public String words() {
        int ran = features.stream().mapToInt(OfFeature::ran).sum();
        int all = features.stream().mapToInt(OfFeature::all).sum();
        return ran + " of " + all + " scenarios ran ("
                + features.stream()
                        .map(feature -> feature.feature() + " " + feature.ran() + " of " + feature.all())
                        .collect(Collectors.joining(", "))
                + ")";
    }
}
