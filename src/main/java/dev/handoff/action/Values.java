package dev.handoff.action;

import java.util.Optional;
import java.util.function.Function;

/** What placeholders stand for in a scenario. */
@FunctionalInterface
public interface Values extends Function<String, Optional<Object>> {}
