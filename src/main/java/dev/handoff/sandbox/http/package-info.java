/** Stateful stand-ins of systems that are reached over HTTP. */
package dev.handoff.sandbox.http;
