/** How a JVM is started that something is measured in. */
package bench.jvm;
