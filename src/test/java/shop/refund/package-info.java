/** Refunds: asked for over HTTP, sent to the payment provider, posted to the ledger, and told to customer and support. */
package shop.refund;
