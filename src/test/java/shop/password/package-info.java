/** Customers' passwords: signing in, and a new one for whoever has forgotten theirs. */
package shop.password;
