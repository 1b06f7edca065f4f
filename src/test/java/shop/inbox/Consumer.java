package shop.inbox;

import java.util.Map;
import shop.messaging.Channel;

/** Who wants to be told what: a name that the broker knows it by, and a handler for each type of message it cares for. */
public record Consumer(String name, Channel channel, Map<String, Handler> handlers) {}
