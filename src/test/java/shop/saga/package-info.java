/** Checkouts: stock is reserved, paid and shipped in turn, and what was done is undone when a later step fails. */
package shop.saga;
