/** The catalogue of Shop's defects: what must catch each of them, read, checked, put together into runs and written as a page. */
package dev.handoff.defects;
