/** A tap on a Kafka topic that disturbs no consumer. */
package dev.handoff.sandbox.kafka;
