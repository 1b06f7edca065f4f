/**
 * Where systems and the application come from: the servers that a run starts for itself, the ports they listen on, and
 * the application's process. Everything listens on loopback and ends with the JVM.
 */
package dev.handoff.environment;
