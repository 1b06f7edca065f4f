package dev.handoff.run;

/** The time in which a scenario may act; used by one thread. */
public final class Turn {

    private final Runnable end;
    private boolean over;

    Turn(Runnable end) {
        this.end = end;
    }

    /** Lets those begin that waited for it; a second time does nothing. */
    public void end() {
        if (!over) {
            over = true;
            end.run();
        }
    }
}
