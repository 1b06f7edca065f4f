/** How far each piece of business has come: the steps that were taken, and the stage that follows from them. */
package shop.workflow;
