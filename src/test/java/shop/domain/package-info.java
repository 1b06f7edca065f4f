/** What a part of Shop's business is made of, and what it works with. */
package shop.domain;
