/** How much work is going on inside this process right now. */
package shop.activity;
