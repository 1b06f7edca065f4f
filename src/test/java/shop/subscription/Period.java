package shop.subscription;

import java.time.Duration;
import java.time.Instant;

/** The months of a subscription: 30 days each, paid in advance, counted from 1. */
final class Period {

    static final int DAYS = 30;

    private Period() {}

    static int at(Instant begun, Instant now) {
        return (int) (Duration.between(begun, now).toDays() / DAYS) + 1;
    }

    /** When the month ends, and the next is due. */
    static Instant end(Instant begun, int period) {
        return begun.plus(Duration.ofDays((long) DAYS * period));
    }

    /** How many days of the month are left; one that has begun counts. */
    static int daysLeft(Instant begun, Instant now) {
        return DAYS - (int) (Duration.between(begun, now).toDays() % DAYS);
    }
}
