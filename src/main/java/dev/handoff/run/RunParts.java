package dev.handoff.run;

import dev.handoff.environment.Environment;
import dev.handoff.expectation.Expectation;
import dev.handoff.journal.Journal;
import dev.handoff.recording.RunFolder;
import dev.handoff.vocabulary.Vocabulary;

/** What a run shares with its scenarios. */
record RunParts(
        Vocabulary vocabulary,
        Journal journal,
        Environment environment,
        Evidence evidence,
        ApplicationEndpoint endpoint,
        RunFolder folder) {

    /** What deliveries that fit no scenario do to counts of their kind, as the vocabulary says. */
    Expectation.Strays strays() {
        return Expectation.Strays.valueOf(vocabulary.correlation().onStray().name());
    }
}
