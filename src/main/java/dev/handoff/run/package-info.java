/** One live run and its scenarios: wire, act, wait, settle, judge, record. */
package dev.handoff.run;
