/** Commands and events, and the small interface behind which a broker sits. */
package shop.messaging;
