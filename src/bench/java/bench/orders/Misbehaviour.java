package bench.orders;

import java.util.Locale;

/** What the application does wrong with every tenth order. */
public enum Misbehaviour {
    /** Nothing. */
    NONE,
    /** The notification goes out again 300 ms after the last call. */
    DUPLICATE_SOON,
    /** The notification goes out again 900 ms after the last call. */
    DUPLICATE_LATE,
    /** The shipment is never ordered. */
    DROPPED;

    private static final int EVERY = 10;

    /** Whether this order meets it. */
    public boolean meets(int order) {
        return this != NONE && order % EVERY == 0;
    }

    /** How many of so many orders meet it. */
    public int among(int orders) {
        return this == NONE ? 0 : orders / EVERY;
    }

    /** As it is said in a table. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
