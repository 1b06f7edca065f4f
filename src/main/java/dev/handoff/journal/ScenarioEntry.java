package dev.handoff.journal;

/** What an entry has that is part of a scenario by its own word. */
public interface ScenarioEntry {

    /** The scenario's correlation ID. */
    String scenario();
}
