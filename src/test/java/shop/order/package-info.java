/** Orders that are paid: what refunds are taken from. */
package shop.order;
