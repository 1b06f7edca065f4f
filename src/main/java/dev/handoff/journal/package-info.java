/**
 * The append-only record of one run: what was done, what was captured, what each probe could see. It alone gives an
 * entry its index and its time, leads effects back to the scenario that caused them, and takes the snapshots that are
 * judged.
 */
package dev.handoff.journal;
