/** Kafka as Shop's broker: parallel by key, offsets committed once everything before them is handled. */
package shop.messaging.kafka;
