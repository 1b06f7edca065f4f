/** Runs one side's specs in a JVM of their own and says how long that took and what was red. */
package bench.specs;
