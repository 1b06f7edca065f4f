package dev.handoff.sandbox.asking;

import java.util.List;

/**
 * Something that a system is asked for every scenario, with the scenario's values.
 *
 * @param name tells it from the other inquiries of the system
 * @param parameters the names of the values that it is asked with, in order
 * @param effects what may be found by it
 */
public record Inquiry(String name, List<String> parameters, List<String> effects) {
    public Inquiry {
        parameters = List.copyOf(parameters);
        effects = List.copyOf(effects);
    }
}
