/**
 * Statements about the journal and their judgement. {@link dev.handoff.expectation.Judge} is pure: an expectation and a
 * snapshot give a verdict, with no clock, no I/O and no thread, so that every verdict can be had again from a recording.
 */
package dev.handoff.expectation;
