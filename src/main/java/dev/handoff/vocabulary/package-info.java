/**
 * The team's own words: {@code handoff.yaml} read and checked into immutable records. Nothing here opens a connection
 * or knows a clock; a file that says something unknown is refused with every mistake named at once.
 */
package dev.handoff.vocabulary;
