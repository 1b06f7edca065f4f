package shop.messaging;

/** A message as a broker carries it. Messages with equal keys stay in order. */
public record Envelope(Channel channel, String key, String correlationId, String body) {}
