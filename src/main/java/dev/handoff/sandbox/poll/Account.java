package dev.handoff.sandbox.poll;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handoff.journal.JsonPath;
import dev.handoff.sandbox.asking.Unanswered;
import dev.handoff.vocabulary.PollLogin;
import dev.handoff.vocabulary.SystemSpec;
import dev.handoff.vocabulary.Template;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** An account of a system: who asks, with what, and how often that is allowed. */
final class Account {

    private static final int UNAUTHORIZED = 401;
    private static final int UNAVAILABLE = 503;
    private static final int TRIES = 3;
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final SystemSpec.Poll spec;
    private final Function<String, Optional<Object>> addresses;
    private final Transport transport;
    private final Courtesy courtesy;
    private final DateClock clock;
    private final Secrets secrets;
    private final Filling filling;
    private final Supplier<Instant> now;
    private volatile Token token;
    private volatile boolean lockedOut;

    Account(
            SystemSpec.Poll spec,
            Function<String, Optional<Object>> addresses,
            Courtesy courtesy,
            DateClock clock,
            Secrets secrets,
            Supplier<Instant> now) {
        this.spec = spec;
        this.addresses = addresses;
        this.transport = new Transport(now);
        this.courtesy = courtesy;
        this.clock = clock;
        this.secrets = secrets;
        this.filling = new Filling(spec.url(), secrets);
        this.now = now;
        spec.key().ifPresent(key -> secrets.add(key.text(addresses)));
        spec.user().ifPresent(this::hide);
        spec.token().flatMap(asked -> asked.user()).ifPresent(this::hide);
    }

    /** Where there is no password, the user is the secret. */
    private void hide(PollLogin login) {
        String password = login.password().text(addresses);
        secrets.add(password.isEmpty() ? login.user().text(addresses) : password);
    }

    Filling filling() {
        return filling;
    }

    /** Whether it was refused as itself when it was last asked. */
    boolean isLockedOut() {
        return lockedOut;
    }

    /** What stands for placeholders that are nobody's own. */
    Optional<Object> value(String name) {
        return switch (name) {
            case "key" -> spec.key().map(key -> key.text(addresses));
            case "token" -> Optional.ofNullable(token).map(Token::value);
            default -> addresses.apply(name);
        };
    }

    /**
     * Sends a request as this account; once more with a new token where the old one is not taken any more, and once more
     * when the system has been left alone for as long as it wanted.
     *
     * @throws Unanswered when it gives no answer to anybody
     */
    Reply ask(Supplier<Outgoing> request) throws Unanswered {
        boolean renewed = false;
        for (int tries = 1; ; tries++) {
            Token used = spec.token().isPresent() ? token() : null;
            Outgoing filled = request.get();
            Reply reply = send(filled, headers());
            if (reply.status() == UNAUTHORIZED && used != null && !renewed) {
                forget(used);
                renewed = true;
            } else if (isLimited(reply) && tries < TRIES) {
                continue;
            } else {
                return accepted(reply, filled, renewed);
            }
        }
    }

    private Reply accepted(Reply reply, Outgoing request, boolean renewed) throws Unanswered {
        lockedOut = reply.status() == UNAUTHORIZED;
        if (lockedOut) {
            courtesy.leaveAlone("401");
            throw new Unanswered("it refuses its credentials: 401 to " + words(request)
                    + (renewed ? ", although the token was renewed" : ""));
        }
        if (isLimited(reply)) {
            throw new Unanswered(
                    "it is asked too often: " + reply.status() + " to " + words(request) + " again and again");
        }
        if (reply.status() >= 500) {
            throw new Unanswered("it answered " + reply.status() + " to " + words(request));
        }
        courtesy.wasAnswered();
        return reply;
    }

    private String words(Outgoing request) {
        return secrets.hide(request.words());
    }

    private Reply send(Outgoing request, Map<String, String> headers) throws Unanswered {
        courtesy.await();
        Reply reply;
        try {
            reply = transport.send(request.with(headers));
        } catch (Unanswered failed) {
            throw new Unanswered("it does not answer " + words(request) + ": " + secrets.hide(failed.getMessage()));
        }
        clock.hear(reply);
        if (isLimited(reply)) {
            Optional<Duration> wait = RetryAfter.of(reply);
            wait.ifPresentOrElse(
                    time -> courtesy.leaveAlone(
                            time,
                            reply.status() + " with Retry-After "
                                    + reply.header("Retry-After").orElseThrow()),
                    () -> courtesy.leaveAlone(String.valueOf(reply.status())));
        }
        return reply;
    }

    private boolean isLimited(Reply reply) {
        if (reply.status() == UNAVAILABLE && RetryAfter.of(reply).isPresent()) {
            return true;
        }
        return spec.limit().statuses().contains(reply.status())
                && (spec.limit().when().isEmpty()
                        || reply.json().filter(this::saysItIsLimited).isPresent());
    }

    private boolean saysItIsLimited(JsonNode answer) {
        return spec.limit().when().entrySet().stream()
                .allMatch(said -> JsonPath.find(answer, said.getKey()).asText().equals(said.getValue()));
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        authorization().ifPresent(value -> headers.put("Authorization", value));
        spec.headers().forEach((name, template) -> {
            headers.keySet().removeIf(name::equalsIgnoreCase);
            headers.put(name, template.text(this::value));
        });
        headers.forEach(secrets::add);
        return headers;
    }

    /** What is sent unless the vocabulary says itself where key and token go. */
    private Optional<String> authorization() {
        if (spec.token().isPresent()) {
            return spec.sends("token") ? Optional.empty() : Optional.of("Bearer " + token.value());
        }
        return spec.user()
                .map(this::basic)
                .or(() -> spec.key().filter(key -> !spec.sends("key")).map(key -> "Bearer " + key.text(addresses)));
    }

    private String basic(PollLogin login) {
        String pair = login.user().text(addresses) + ":" + login.password().text(addresses);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private synchronized void forget(Token used) {
        if (used.equals(token)) {
            token = null;
        }
    }

    /** The token that holds by now; another one is asked for when there is none, or not for long. */
    private synchronized Token token() throws Unanswered {
        if (token == null || token.ends().filter(end -> now.get().isAfter(end)).isPresent()) {
            token = newToken();
            secrets.add(token.value());
        }
        return token;
    }

    private Token newToken() throws Unanswered {
        var asked = spec.token().orElseThrow();
        Map<String, String> headers = new LinkedHashMap<>();
        asked.user().ifPresent(login -> headers.put("Authorization", basic(login)));
        asked.headers().forEach((name, template) -> headers.put(name, template.text(addresses)));
        headers.forEach(secrets::add);
        Outgoing request = filling.fill(asked.request(), addresses);
        asked.request().body().ifPresent(body -> body.properties()
                .forEach(field -> secrets.add(field.getKey(), field.getValue().asText())));
        Reply reply = send(request, headers);
        if (!reply.isSuccess()) {
            lockedOut = reply.status() >= 400 && reply.status() < 500;
            if (lockedOut && !isLimited(reply)) {
                courtesy.leaveAlone(String.valueOf(reply.status()));
            }
            throw new Unanswered("it gives no token: " + reply.status() + " to " + words(request));
        }
        JsonNode answer = reply.json()
                .orElseThrow(() -> new Unanswered(
                        "it gives no token: " + words(request) + " is answered with " + reply.kind() + ", not JSON"));
        JsonNode value = JsonPath.find(answer, asked.value());
        if (!value.isTextual() || value.asText().isEmpty()) {
            throw new Unanswered(
                    "it gives no token: there is no " + asked.value() + " in the answer to " + words(request));
        }
        JsonNode seconds = JsonPath.find(answer, asked.expiresIn());
        return new Token(
                value.asText(),
                seconds.asText().matches("\\d{1,9}")
                        ? Optional.of(end(reply.asked(), Duration.ofSeconds(seconds.asLong())))
                        : Optional.empty());
    }

    /** A little before it ends, so that no request is on its way by then. */
    private static Instant end(Instant from, Duration holds) {
        Duration margin = holds.dividedBy(10).compareTo(MARGIN) < 0 ? holds.dividedBy(10) : MARGIN;
        return from.plus(holds).minus(margin);
    }

    /** @param ends when it must be renewed, if that is known */
    private record Token(String value, Optional<Instant> ends) {
        @Override
        public String toString() {
            return "a token";
        }
    }

    static boolean isKnown(Template template, Function<String, Optional<Object>> values) {
        return template.required().stream().allMatch(name -> values.apply(name).isPresent());
    }
}
