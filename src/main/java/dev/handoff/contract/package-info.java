/** Contracts of payloads: JSON Schemas, what breaks them, and what was renamed. Pure: no clock, no files, no thread. */
package dev.handoff.contract;
