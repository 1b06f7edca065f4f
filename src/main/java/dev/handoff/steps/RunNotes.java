package dev.handoff.steps;

import dev.handoff.journal.Leftover;
import dev.handoff.recording.Leftovers;

/** What is to be said of a whole run: deliveries that no scenario was judged by. */
final class RunNotes {

    private RunNotes() {}

    static String count(Leftovers leftovers, Leftover.Why why) {
        int count = leftovers.count(why);
        return count == 0 ? "none" : count + ", listed in strays.txt of the run folder";
    }
}
