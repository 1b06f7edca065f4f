/** PostgreSQL behind transactions: plain SQL, a pool of connections, and what is to happen after a commit. */
package shop.database;
