/** The run folder: the journal, the expectations and their verdicts as files, written as they happen and read again. */
package dev.handoff.recording;
