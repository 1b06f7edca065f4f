/** Planned misbehaviours of systems, each a small transform in a file of its own and of the scenario that asked for it. */
package dev.handoff.fault;
