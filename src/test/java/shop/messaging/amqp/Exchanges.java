package shop.messaging.amqp;

import java.util.List;
import shop.messaging.Channel;

/** The names of the exchanges: one for each channel, and one for messages that nobody can read. */
public record Exchanges(String events, String commands, String dead) {

    String of(Channel channel) {
        return switch (channel) {
            case EVENTS -> events;
            case COMMANDS -> commands;
        };
    }

    List<String> all() {
        return List.of(events, commands, dead);
    }
}
