/** Time as each customer meets it: the real one, unless somebody who tries Shop out has moved it on for that customer. */
package shop.clock;
