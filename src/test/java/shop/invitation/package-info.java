/** Members of an organisation who invite their colleagues. */
package shop.invitation;
