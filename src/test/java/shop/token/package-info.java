/** What a mailed link carries: whom it is for and until when, signed so that nobody else can write it. */
package shop.token;
