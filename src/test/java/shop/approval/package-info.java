/** What people have to decide before Shop goes on: who may, until when, and who if they do not. */
package shop.approval;
