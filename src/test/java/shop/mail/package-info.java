/** Mails to customers, over SMTP. */
package shop.mail;
