/**
 * The figures that the framework is held to, each measured beside what it is compared with in one and the same run. Not
 * part of the jar, and not of the normal build: {@code mvn -Pbench verify}.
 */
package bench;
