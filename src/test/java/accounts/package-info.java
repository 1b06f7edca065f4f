/**
 * The sandbox accounts that Shop's team has at its providers: a server that lives apart from Handoff and from Shop, for
 * environments in which nothing stands in for them. What Shop sends is kept in memory and can be listed, as such accounts
 * show it: page by page, under limits and tokens that expire, with their own timestamps.
 */
package accounts;
