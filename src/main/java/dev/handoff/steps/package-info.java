/** Thin Cucumber glue: the vocabulary's sentences and the step library, each a call into the run. */
package dev.handoff.steps;
