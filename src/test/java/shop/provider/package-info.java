/** Calls to other companies' HTTP interfaces, with a time limit and retries. */
package shop.provider;
