/** Messages are saved with what they tell of, and sent afterwards: neither is ever without the other. */
package shop.outbox;
