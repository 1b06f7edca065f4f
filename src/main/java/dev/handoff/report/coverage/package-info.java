/** What the scenarios of a run speak of: the five integration points, and for each handoff delivery, acceptance, effect, uniqueness and order. */
package dev.handoff.report.coverage;
