package dev.handoff.journal;

import java.util.ArrayList;
import java.util.List;

/** A captured delivery and the scenarios that it fits so far. */
final class Delivery {

    private final Captured captured;
    private final List<Claim> claims;
    private final List<Changed> changes = new ArrayList<>();

    Delivery(Captured captured) {
        this.captured = captured;
        this.claims = new ArrayList<>(captured.claims());
    }

    Captured captured() {
        return captured;
    }

    List<Claim> claims() {
        return claims;
    }

    /** What became of it since, in order. */
    List<Changed> changes() {
        return changes;
    }

    boolean isClaimedBy(String scenario) {
        return claims.stream().anyMatch(claim -> claim.scenario().equals(scenario));
    }

    boolean isContested() {
        return claims.size() > 1;
    }

    Attributed attributed() {
        return new Attributed(captured, claims);
    }
}
