package dev.handoff.sandbox;

import java.util.Optional;

/** The values that a scenario has remembered or learned so far. */
@FunctionalInterface
public interface ScenarioValues {

    Optional<Object> value(String name);
}
