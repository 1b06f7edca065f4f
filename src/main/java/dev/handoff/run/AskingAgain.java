package dev.handoff.run;

import java.time.Duration;

/**
 * How long to wait before those are asked again who do not speak by themselves: soon after something has happened, then
 * less and less often, so that what takes longer is not asked for more than needed.
 */
final class AskingAgain {

    static final Duration SOONEST = Duration.ofMillis(4);
    static final Duration LATEST = Duration.ofMillis(100);

    private long version = -1;
    private Duration pause = SOONEST;

    /** The next pause, if the journal's version of the scenario is this one. */
    Duration after(long versionNow) {
        if (versionNow != version) {
            version = versionNow;
            pause = SOONEST;
            return pause;
        }
        Duration longer = pause.multipliedBy(3).dividedBy(2);
        pause = longer.compareTo(LATEST) > 0 ? LATEST : longer;
        return pause;
    }
}
