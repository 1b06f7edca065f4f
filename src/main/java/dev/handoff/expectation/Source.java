package dev.handoff.expectation;

/**
 * Where an expectation was stated.
 *
 * @param feature the feature file
 * @param line from 1
 * @param text the step as written, with its keyword
 */
public record Source(String feature, int line, String text) {}
