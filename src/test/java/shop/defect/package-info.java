/** What can be broken on purpose, as real changes break it, and what of it is switched on. */
package shop.defect;
