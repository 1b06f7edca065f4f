/** Sandboxes that can only be asked, over HTTP: real accounts somewhere else. */
package dev.handoff.sandbox.poll;
