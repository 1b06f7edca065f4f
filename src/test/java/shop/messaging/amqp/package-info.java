/** The broker RabbitMQ: an exchange for each channel, a queue for each consumer, and what comes back when it was away. */
package shop.messaging.amqp;
