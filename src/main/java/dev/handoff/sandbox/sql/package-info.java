/** Databases, asked by read-only queries with bound parameters. */
package dev.handoff.sandbox.sql;
