package shop.approval;

import java.time.Duration;

/**
 * How one kind of thing is approved. Times are the customer's.
 *
 * @param kind what it is about: {@code refund}; decisions are told as {@code refund.approved}, {@code refund.rejected} and
 *     {@code refund.expired}
 * @param role who decides
 * @param nextRole who decides when they have not for long enough
 * @param escalateAfter how long that is
 * @param expireAfter when it is too late for anybody
 * @param checksRole whether others are sent away
 * @param checksRequester whether those who asked for it are sent away, too
 */
public record Policy(
        String kind,
        String role,
        String nextRole,
        Duration escalateAfter,
        Duration expireAfter,
        boolean checksRole,
        boolean checksRequester) {

    /** As it ought to be: in 24 hours, or by the next role in 48. */
    public static Policy of(String kind, String role, String nextRole) {
        return new Policy(kind, role, nextRole, Duration.ofHours(24), Duration.ofHours(48), true, true);
    }

    public Policy askedOf(String other) {
        return new Policy(kind, other, nextRole, escalateAfter, expireAfter, checksRole, checksRequester);
    }

    /** A year is never, for those who wait. */
    public Policy neverEscalated() {
        return new Policy(kind, role, nextRole, Duration.ofDays(365), expireAfter, checksRole, checksRequester);
    }

    public Policy neverExpiring() {
        return new Policy(kind, role, nextRole, escalateAfter, Duration.ofDays(365), checksRole, checksRequester);
    }

    public Policy forAnyRole() {
        return new Policy(kind, role, nextRole, escalateAfter, expireAfter, false, checksRequester);
    }

    public Policy forRequesters() {
        return new Policy(kind, role, nextRole, escalateAfter, expireAfter, checksRole, false);
    }
}
