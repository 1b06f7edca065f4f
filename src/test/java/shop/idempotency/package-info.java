/** The same request sent twice under one key is done once, and answered twice alike. */
package shop.idempotency;
