/**
 * What systems have in common that can only be asked: whose turn it is, what a scenario has been shown, what was there
 * before it, and what has become of what was found.
 */
package dev.handoff.sandbox.asking;
