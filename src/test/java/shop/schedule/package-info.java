/** What is to be done at a time of its own: saved with what it is about, done once, by whoever finds it due. */
package shop.schedule;
