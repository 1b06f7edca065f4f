/** Trying again: how often, after which waits, and when to give up. Knows nothing of what is tried. */
package shop.retry;
