package dev.handoff.expectation;

/**
 * An effect.
 *
 * @param name the vocabulary's name for it
 * @param system the system that records it
 */
public record EffectName(String name, String system) {}
