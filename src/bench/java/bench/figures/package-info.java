/** One figure in a file. */
package bench.figures;
