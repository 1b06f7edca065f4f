/** Subscriptions of customers: upgrades that the billing provider confirms, monthly charges, and cancellations. */
package shop.subscription;
