/** Shop, the reference application that the specs run against: its command line, its settings, and how its parts are put together. */
package shop;
