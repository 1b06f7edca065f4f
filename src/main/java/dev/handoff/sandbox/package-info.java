/**
 * The systems that the application hands work to, as stand-ins that Handoff serves or probes that watch real ones. Each
 * captures into the journal and says how far it has seen; none knows what is expected.
 */
package dev.handoff.sandbox;
