/** The work that every suite is measured by: an application that hands each order to three systems. */
package bench.orders;
