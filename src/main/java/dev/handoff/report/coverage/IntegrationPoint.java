package dev.handoff.report.coverage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an integration has to get right, as scenarios are tagged with it. */
public enum IntegrationPoint {
    DATA("data validation and transformation"),
    AUTH("authentication and authorisation"),
    ERRORS("error propagation"),
    STATE("state synchronisation"),
    RECOVERY("rollback and recovery");

    private final String words;

    IntegrationPoint(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** With its @. */
    public String tag() {
        return "@" + name().toLowerCase(Locale.ROOT);
    }

    /** The point that a tag, with its @, names; case counts, as it does for Cucumber. */
    public static Optional<IntegrationPoint> of(String tag) {
        return Arrays.stream(values()).filter(point -> point.tag().equals(tag)).findFirst();
    }

    /** All tags, each with its @. */
    public static List<String> tags() {
        return Arrays.stream(values()).map(IntegrationPoint::tag).toList();
    }
}
