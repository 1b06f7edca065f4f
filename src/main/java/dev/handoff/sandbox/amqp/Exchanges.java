package dev.handoff.sandbox.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import dev.handoff.sandbox.ProbeFailed;
import dev.handoff.vocabulary.SystemSpec;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What exchanges are, and the routing keys with which a queue gets all that a tap is to see. */
final class Exchanges {

    private static final Pattern TYPE = Pattern.compile("inequivalent arg 'type' .* current is '([^']+)'");
    private static final Set<String> GIVE_ALL = Set.of("topic", "fanout", "headers");
    private static final Set<String> GIVE_BY_KEY = Set.of("direct", "x-delayed-message");
    private static final List<String> ALL = List.of("#");

    private final Connection connection;
    private final String broker;

    Exchanges(Connection connection, String broker) {
        this.connection = connection;
        this.broker = broker;
    }

    /**
     * The routing keys to bind with.
     *
     * @throws ProbeFailed when there is no such exchange, or it cannot be tapped
     */
    List<String> keys(SystemSpec.Exchange exchange) {
        requireThere(exchange.name());
        Optional<String> type = type(exchange.name());
        boolean keysGiven = !exchange.bind().isEmpty();
        if (type.isEmpty()) {
            if (keysGiven) {
                return exchange.bind();
            }
            throw new ProbeFailed(broker + " does not tell this user the type of exchange " + exchange.name()
                    + "; say bind: [\"#\"] if it is a topic, fanout or headers exchange, and its routing keys if it is"
                    + " a direct one");
        }
        if (GIVE_ALL.contains(type.get())) {
            return keysGiven ? exchange.bind() : ALL;
        }
        if (!GIVE_BY_KEY.contains(type.get())) {
            throw new ProbeFailed("exchange " + exchange.name() + " is of type " + type.get()
                    + ", and a tap may take messages away from its consumers; topic, fanout, headers and direct"
                    + " exchanges can be tapped");
        }
        if (!keysGiven) {
            throw new ProbeFailed("exchange " + exchange.name() + " is of type " + type.get()
                    + ", which gives a tap only the routing keys that it names; say them: exchange: { name: "
                    + exchange.name() + ", bind: [...] }");
        }
        return exchange.bind();
    }

    private void requireThere(String name) {
        if (name.isEmpty()) {
            throw new ProbeFailed("the default exchange cannot be tapped: no queue can be bound to it");
        }
        try (Channel channel = Session.channel(connection)) {
            channel.exchangeDeclarePassive(name);
        } catch (IOException | TimeoutException failed) {
            if (Broker.code(failed) == AMQP.NOT_FOUND) {
                throw new ProbeFailed(broker + " has no exchange " + name);
            }
            throw new ProbeFailed(broker + " does not tell of exchange " + name
                    + Broker.refusal(failed).map(reason -> ": " + reason).orElse(""));
        } catch (ShutdownSignalException lost) {
            throw new ProbeFailed(broker + " cannot be reached any more");
        }
    }

    /**
     * AMQP has no question for it; but who declares an exchange that is there as another one is told what it is. Flags that
     * hardly any exchange has make sure that the broker always refuses.
     */
    private Optional<String> type(String name) {
        try (Channel channel = Session.channel(connection)) {
            channel.exchangeDeclare(name, "direct", false, true, true, null);
            return Optional.of("direct");
        } catch (IOException | TimeoutException refused) {
            if (Broker.code(refused) != AMQP.PRECONDITION_FAILED) {
                return Optional.empty();
            }
            Matcher told = TYPE.matcher(Broker.refusal(refused).orElse(""));
            return Optional.of(told.find() ? told.group(1) : "direct");
        } catch (ShutdownSignalException lost) {
            throw new ProbeFailed(broker + " cannot be reached any more");
        }
    }

    /** Makes the exchanges of a broker that nobody else has prepared; those that are there are left as they are. */
    void declare(SystemSpec.Exchange exchange) {
        try (Channel channel = Session.channel(connection)) {
            channel.exchangeDeclare(exchange.name(), exchange.type(), true);
        } catch (IOException | TimeoutException refused) {
            if (Broker.code(refused) != AMQP.PRECONDITION_FAILED) {
                throw new ProbeFailed(broker + " does not make the exchange " + exchange.name()
                        + Broker.refusal(refused).map(reason -> ": " + reason).orElse(""));
            }
        }
    }
}
