/** Trial signups: user, organisation and entitlement, then billing, CRM, the welcome mail with its activation link, analytics. */
package shop.signup;
