/** Triggers the application as a user would, and puts the beginning and the end of each action into the journal. */
package dev.handoff.action;
