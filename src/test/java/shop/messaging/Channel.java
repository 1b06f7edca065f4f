package shop.messaging;

/** What a message is sent on: a topic, an exchange, whatever the broker has. */
public enum Channel {
    COMMANDS,
    EVENTS
}
