package dev.handoff.recording;

import dev.handoff.journal.ActionStarted;
import dev.handoff.journal.Entry;
import dev.handoff.journal.Exchanged;
import dev.handoff.journal.FaultFired;
import dev.handoff.journal.FaultPlanned;
import dev.handoff.journal.KeyLearned;
import dev.handoff.journal.ScenarioEnded;
import dev.handoff.journal.StageReached;
import java.util.Optional;

/** Which scenario an entry is part of by its own word. */
final class Scenarios {

    private Scenarios() {}

    static Optional<String> of(Entry entry) {
        if (entry instanceof ActionStarted action) {
            return Optional.of(action.scenario());
        }
        if (entry instanceof Exchanged exchanged) {
            return Optional.of(exchanged.scenario());
        }
        if (entry instanceof KeyLearned learned) {
            return Optional.of(learned.scenario());
        }
        if (entry instanceof FaultPlanned planned) {
            return Optional.of(planned.scenario());
        }
        if (entry instanceof FaultFired fired) {
            return Optional.of(fired.scenario());
        }
        if (entry instanceof StageReached reached) {
            return Optional.of(reached.scenario());
        }
        if (entry instanceof ScenarioEnded ended) {
            return Optional.of(ended.scenario());
        }
        return Optional.empty();
    }
}
