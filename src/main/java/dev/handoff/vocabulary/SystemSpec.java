package dev.handoff.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A system that the application hands work to, as the vocabulary maps it. */
public sealed interface SystemSpec {

    String name();

    /** The effects it records, in the order of the file. */
    Set<String> effects();

    /** Whether its effects are messages of a broker, which can be published and delivered again. */
    default boolean isBroker() {
        return false;
    }

    /** How long after a rejected attempt another may still come, if it says so itself. */
    default Optional<Duration> retryHorizon() {
        return Optional.empty();
    }

    /** Whether the vocabulary says where it is, so that it is not Handoff's to take away. */
    default boolean isElsewhere() {
        return false;
    }

    /**
     * A stand-in that Handoff serves over HTTP.
     *
     * @param port the port to listen on; absent or 0 for one that is free
     * @param idempotencyKey the header that carries the idempotency key, if the system honours one
     * @param shared whether faults planned on it meet everybody, so that scenarios that plan one must be alone
     * @param signature how what it records must be signed, if it must be
     * @param endpoints tried in order; the first that fits answers
     * @param errorBody what is answered under a status of success when it is told to fail so
     */
    record Http(
            String name,
            Optional<Template> port,
            Optional<String> idempotencyKey,
            Optional<Duration> retryHorizon,
            boolean shared,
            Optional<Signature> signature,
            List<Endpoint> endpoints,
            Optional<JsonNode> errorBody)
            implements SystemSpec {
        public Http {
            endpoints = List.copyOf(endpoints);
        }

        public Http(
                String name,
                Optional<Template> port,
                Optional<String> idempotencyKey,
                Optional<Duration> retryHorizon,
                boolean shared,
                List<Endpoint> endpoints) {
            this(name, port, idempotencyKey, retryHorizon, shared, Optional.empty(), endpoints, Optional.empty());
        }

        @Override
        public Set<String> effects() {
            return Ordered.setOf(endpoints.stream().flatMap(e -> e.records().stream()));
        }
    }

    /**
     * How the sender of a request proves itself: by an HMAC-SHA256 with a secret that both sides know.
     *
     * @param tolerance how far the signature's time may be from ours, where it has one
     */
    record Signature(String header, String secret, SignatureStyle style, Duration tolerance) {
        /** Without the secret. */
        @Override
        public String toString() {
            return style.word() + " signature in " + header;
        }
    }

    /**
     * What a stand-in does with one kind of request.
     *
     * @param method upper case
     * @param path segments may be {@code {name}}, the last may be {@code *}
     * @param records the effect that an accepted request is
     * @param lists the effect whose records the answer lists
     * @param status of the answer; 200 unless said, 201 for a POST that records
     * @param headers of the answer
     * @param body of the answer: strings in it are templates that may use {@code ${request.body.x}},
     *     {@code ${request.path.x}}, {@code ${request.query.x}}, {@code ${request.header.x}}, {@code ${sequence}},
     *     {@code ${items}} (a list's records) and {@code ${fresh.uuid}}; absent for an empty answer
     */
    record Endpoint(
            String method,
            String path,
            Optional<String> records,
            Optional<String> lists,
            int status,
            Map<String, Template> headers,
            Optional<JsonNode> body) {
        public Endpoint {
            headers = Ordered.copyOf(headers);
        }
    }

    /**
     * A mail server that Handoff serves over SMTP.
     *
     * @param port the port to listen on; absent or 0 for one that is free
     * @param bounce how the application is told that a mail came back; absent when it cannot be told
     * @param records how mails are told apart, by effect
     */
    record Mail(
            String name,
            Optional<Template> port,
            Optional<Duration> retryHorizon,
            Optional<ActionSpec.Request> bounce,
            Map<String, MailPattern> records)
            implements SystemSpec {
        public Mail {
            records = Ordered.copyOf(records);
        }

        /** One whose mails cannot come back. */
        public Mail(
                String name,
                Optional<Template> port,
                Optional<Duration> retryHorizon,
                Map<String, MailPattern> records) {
            this(name, port, retryHorizon, Optional.empty(), records);
        }

        @Override
        public Set<String> effects() {
            return records.keySet();
        }
    }

    /**
     * Which mails are an effect; each part is a text in which {@code *} stands for anything, compared without regard to
     * case. A part that is not given fits every mail.
     */
    record MailPattern(Optional<String> subject, Optional<String> from, Optional<String> to) {}

    /**
     * A topic of a Kafka broker.
     *
     * @param bootstrap the broker's address; absent where the environment brings the broker
     * @param consumers consumer groups that have to have read everything before a scenario counts as settled
     * @param ownClock whether the times of its messages are those of another clock and tell nothing
     * @param records which messages are an effect: JSON paths of the value, or {@code key} or {@code header X}, and the
     *     text that each must have
     * @param sequences of the effects that have one: JSON paths of the value or {@code header X}; what it begins anew for
     *     may be {@code key} or {@code partition}, too
     */
    record Kafka(
            String name,
            Optional<Template> bootstrap,
            String topic,
            List<String> consumers,
            boolean ownClock,
            Map<String, Map<String, String>> records,
            Map<String, Sequence> sequences)
            implements SystemSpec {
        public Kafka {
            consumers = List.copyOf(consumers);
            records = Ordered.copyOf(records);
            sequences = Ordered.copyOf(sequences);
        }

        @Override
        public boolean isElsewhere() {
            return bootstrap.isPresent();
        }

        @Override
        public boolean isBroker() {
            return true;
        }

        @Override
        public Set<String> effects() {
            return records.keySet();
        }
    }

    /**
     * An exchange of an AMQP broker.
     *
     * @param url the broker's address; absent where the environment brings the broker
     * @param exchange what is tapped
     * @param consumers queues that have to have been read empty before a scenario counts as settled
     * @param machineClock whether publishers go by this machine's clock, so that the times that they give count
     * @param deadLetters where the broker puts messages that were rejected or expired, if that is watched
     * @param records which messages are an effect: JSON paths of the body, {@code routing-key}, {@code header X},
     *     {@code property message-id} or {@code dead-letter}, and the text that each must have
     * @param sequences of the effects that have one: JSON paths of the body or {@code header X}; what it begins anew for
     *     may be {@code routing-key}, too
     */
    record Amqp(
            String name,
            Optional<Template> url,
            Exchange exchange,
            List<String> consumers,
            Optional<Exchange> deadLetters,
            boolean machineClock,
            Map<String, Map<String, String>> records,
            Map<String, Sequence> sequences)
            implements SystemSpec {
        /** One of whose publishers' clock nothing is said. */
        public Amqp(
                String name,
                Optional<Template> url,
                Exchange exchange,
                List<String> consumers,
                Optional<Exchange> deadLetters,
                Map<String, Map<String, String>> records,
                Map<String, Sequence> sequences) {
            this(name, url, exchange, consumers, deadLetters, false, records, sequences);
        }

        public Amqp {
            consumers = List.copyOf(consumers);
            records = Ordered.copyOf(records);
            sequences = Ordered.copyOf(sequences);
        }

        @Override
        public boolean isElsewhere() {
            return url.isPresent();
        }

        @Override
        public boolean isBroker() {
            return true;
        }

        @Override
        public Set<String> effects() {
            return records.keySet();
        }
    }

    /**
     * An exchange to be tapped.
     *
     * @param type what it is made as where the environment brings the broker: {@code topic}, {@code fanout},
     *     {@code direct} or {@code headers}
     * @param bind the routing keys that a tap is bound with; none for all messages, which a direct exchange cannot give
     */
    record Exchange(String name, String type, List<String> bind) {
        public Exchange {
            bind = List.copyOf(bind);
        }

        /** A topic exchange of which everything is seen. */
        public static Exchange named(String name) {
            return new Exchange(name, "topic", List.of());
        }
    }

    /**
     * Tables of a database, asked by read-only queries.
     *
     * @param url the JDBC address; absent where the environment brings the database
     * @param every how long to wait between two polls; 100 ms unless said
     * @param ownClock whether the times of its rows are those of another clock and tell nothing
     * @param records the query of each effect
     */
    record Sql(
            String name,
            Optional<Template> url,
            Optional<Template> user,
            Optional<Template> password,
            Duration every,
            boolean ownClock,
            Map<String, SqlQuery> records)
            implements SystemSpec {
        public Sql {
            records = Ordered.copyOf(records);
        }

        @Override
        public boolean isElsewhere() {
            return url.isPresent();
        }

        @Override
        public Set<String> effects() {
            return records.keySet();
        }
    }

    /**
     * A query whose rows are effects.
     *
     * @param query a select; {@code :name} is bound to a remembered value or business key of the scenario
     * @param parameters the names of its parameters, in the order of their places
     * @param id the column that tells rows apart; the whole row when absent
     * @param at the column with the time at which the row came to be, if there is one
     * @param sequence the columns of its sequence, if there is one
     */
    record SqlQuery(
            String query,
            List<String> parameters,
            Optional<String> id,
            Optional<String> at,
            Optional<Sequence> sequence) {
        public SqlQuery {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * One of a type that Handoff does not have itself.
     *
     * @param type the type's name
     * @param settings what the vocabulary says of it, by key
     * @param records what it says of each effect, by key
     */
    record Own(String name, String type, Map<String, Template> settings, Map<String, Map<String, String>> records)
            implements SystemSpec {
        public Own {
            settings = Ordered.copyOf(settings);
            records = Ordered.copyOf(records);
        }

        @Override
        public Set<String> effects() {
            return records.keySet();
        }
    }

    /**
     * A sandbox that can only be asked, over HTTP.
     *
     * @param url what paths are relative to, and what {@code ${systems.NAME.url}} stands for
     * @param key what {@code ${key}} stands for in what is sent; by itself it is sent as a bearer token
     * @param user who asks by HTTP Basic, if so
     * @param token how a token is had, if it takes one
     * @param headers sent with every request but that for the token
     * @param every the usual pause between two polls of a scenario; 1 s unless said
     * @param showsWithin how long it may take to show what it has
     * @param clock whose clock gives the times of its items
     * @param canary asked to see whether it works; a request of the records when absent
     * @param records the items of each effect
     */
    record Poll(
            String name,
            Optional<Template> url,
            Optional<Template> key,
            Optional<PollLogin> user,
            Optional<PollToken> token,
            Map<String, Template> headers,
            Duration every,
            Duration showsWithin,
            PollLimit limit,
            Clock clock,
            Optional<PollRequest> canary,
            Map<String, PollRecord> records)
            implements SystemSpec {

        /** Whose clock gives the times of what a system shows. */
        public enum Clock {
            /** Measured by the {@code Date} of its answers, and followed within what it differs. */
            OURS,
            /** Another one, which tells nothing. */
            OWN,
            /** This machine's. */
            MACHINE
        }

        public Poll {
            headers = Ordered.copyOf(headers);
            records = Ordered.copyOf(records);
        }

        @Override
        public Set<String> effects() {
            return records.keySet();
        }

        /** Whether headers or a query name the key, or the token, themselves. */
        public boolean sends(String name) {
            return Stream.concat(
                            headers.values().stream(),
                            records.values().stream()
                                    .flatMap(record -> record.listing().request().query().values().stream()))
                    .anyMatch(template -> template.required().contains(name));
        }

        /** Whether it cannot be asked before the application is there. */
        public boolean asksTheApplication() {
            return Stream.concat(url.stream(), records.values().stream().map(record -> record.listing()
                            .request()
                            .http()
                            .target()))
                    .anyMatch(
                            template -> template.required().stream().anyMatch(name -> name.startsWith("application.")));
        }

        /** Without its secrets. */
        @Override
        public String toString() {
            return "poll " + name;
        }
    }

    /**
     * What orders effects whatever their times say.
     *
     * @param by where the value is that grows
     * @param per where the value is for each of which it begins anew, if it does
     */
    record Sequence(String by, Optional<String> per) {}
}
