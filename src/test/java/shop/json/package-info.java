/** The one way in which Shop reads and writes JSON. */
package shop.json;
