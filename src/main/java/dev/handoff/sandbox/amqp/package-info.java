/** A tap on an exchange of an AMQP broker that takes no message from any consumer. */
package dev.handoff.sandbox.amqp;
