package dev.handoff.journal;

import java.util.List;

/**
 * A delivery together with the scenarios that it fits.
 *
 * @param claims at least one; more than one when it fits several scenarios and so belongs to none
 */
public record Attributed(Captured captured, List<Claim> claims) {
    public Attributed {
        claims = List.copyOf(claims);
    }

    /** The proof of a delivery that belongs to one scenario. */
    public Claim proof() {
        return claims.get(0);
    }
}
