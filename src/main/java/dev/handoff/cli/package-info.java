/** Commands, and their exit codes. */
package dev.handoff.cli;
