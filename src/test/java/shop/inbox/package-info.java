/** Each consumer deals with each message once, however often the broker delivers it, and parks what it cannot deal with. */
package shop.inbox;
