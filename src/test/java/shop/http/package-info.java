/** The web server: routes of the domains, problems as RFC 9457, correlation, and what Shop says of itself. */
package shop.http;
