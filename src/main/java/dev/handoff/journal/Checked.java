package dev.handoff.journal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * What became of a delivery when it was held against its contract.
 *
 * @param unknown why that cannot be told; null when it can
 * @param breaches where it breaks the contract; empty when it keeps it
 */
public record Checked(String unknown, List<Breach> breaches) {

    public static final Checked KEPT = new Checked(null, List.of());

    public Checked {
        breaches = breaches == null ? List.of() : List.copyOf(breaches);
    }

    public static Checked broken(List<Breach> breaches) {
        return new Checked(null, breaches);
    }

    public static Checked unknown(String why) {
        return new Checked(why, List.of());
    }

    @JsonIgnore
    public boolean isBroken() {
        return !breaches.isEmpty();
    }
}
