/** What can be broken on purpose: one list of the ways in which real changes break a handoff, and which of them is switched on. */
package shop.defect;
