/** Customers who ask the support desk for help, and whom it wakes if nobody does. */
package shop.ticket;
