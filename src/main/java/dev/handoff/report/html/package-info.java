/** Pictures of what a scenario did and saw, each a page of its own that loads nothing and runs nothing. */
package dev.handoff.report.html;
