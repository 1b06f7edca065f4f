/** The words of verdicts: failure texts, and what a scenario saw, line by line. */
package dev.handoff.report.text;
