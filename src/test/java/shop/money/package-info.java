/** Amounts of money in minor units, and how they are shown. */
package shop.money;
