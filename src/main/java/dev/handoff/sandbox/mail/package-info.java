/** A mail server that keeps every mail it is handed. */
package dev.handoff.sandbox.mail;
