/** Completed orders: told to the fulfilment partner by a signed webhook, to the customer by mail, and counted as a conversion. */
package shop.fulfilment;
