/** Visitors who want to hear from us: demo requests and the lead form, on their way to the CRM and to sales. */
package shop.lead;
