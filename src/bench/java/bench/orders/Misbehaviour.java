package bench.orders;

import java.util.Locale;

/** What the application does wrong with every tenth order. */
public enum Misbehaviour {
    /** Nothing. */
    NONE(0),
    /** The notification goes out again 300 ms after it was answered. */
    DUPLICATE_SOON(300),
    /** The notification goes out again 900 ms after it was answered. */
    DUPLICATE_LATE(900),
    /** The shipment is never ordered. */
    DROPPED(0);

    private static final int EVERY = 10;

    private final int againMillis;

    Misbehaviour(int againMillis) {
        this.againMillis = againMillis;
    }

    /** How long after the answer to the last call it is made again; 0 when it is not. */
    int againMillis() {
        return againMillis;
    }

    /** Whether this order meets it. */
    public boolean meets(int order) {
        return this != NONE && order % EVERY == 0;
    }

    /** As it is said in a table. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
