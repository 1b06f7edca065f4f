package accounts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Tokens for client credentials, after RFC 6749 section 4.4: the client shows itself by HTTP Basic or in the request,
 * which may be a form or JSON. Thread-safe.
 */
final class Tokens {

    private static final String BEARER = "Bearer ";

    private final Secrets.Client client;
    private final Duration lifetime;
    private final Clock clock;
    private final Map<String, Instant> expiries = new HashMap<>();

    Tokens(Secrets.Client client, Duration lifetime, Clock clock) {
        this.client = client;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    void grant(Context ctx) {
        Shown shown = Shown.in(ctx);
        if (!"client_credentials".equals(shown.grantType())) {
            throw new Refused(400, "unsupported_grant_type");
        }
        if (!same(client.id(), shown.id()) || !same(client.secret(), shown.secret())) {
            throw new Refused(401, "invalid_client");
        }
        ObjectNode answer = Json.object();
        answer.put("access_token", issued());
        answer.put("token_type", "Bearer");
        answer.put("expires_in", lifetime.toSeconds());
        Json.answer(ctx, 200, answer);
    }

    private synchronized String issued() {
        Instant now = clock.instant();
        expiries.values().removeIf(now::isAfter);
        String token = "tok_" + UUID.randomUUID();
        expiries.put(token, now.plus(lifetime));
        return token;
    }

    /** Returns the token that a request comes with. */
    String check(Context ctx) {
        String header = ctx.header("Authorization");
        if (header == null || !header.startsWith(BEARER)) {
            throw Refused.unauthorised("A bearer token is missing");
        }
        String token = header.substring(BEARER.length());
        synchronized (this) {
            Instant expiry = expiries.get(token);
            if (expiry == null || clock.instant().isAfter(expiry)) {
                throw Refused.unauthorised("The token is unknown or has expired");
            }
        }
        return token;
    }

    static boolean same(String known, String shown) {
        return shown != null
                && MessageDigest.isEqual(
                        known.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }

    private record Shown(String grantType, String id, String secret) {

        static Shown in(Context ctx) {
            boolean isForm = String.valueOf(ctx.contentType()).startsWith("application/x-www-form-urlencoded");
            JsonNode body = isForm ? Json.object() : Json.body(ctx);
            String grant = isForm
                    ? ctx.formParam("grant_type")
                    : body.path("grant_type").asText(null);
            if (ctx.basicAuthCredentials() != null) {
                return new Shown(
                        grant,
                        ctx.basicAuthCredentials().getUsername(),
                        ctx.basicAuthCredentials().getPassword());
            }
            return isForm
                    ? new Shown(grant, ctx.formParam("client_id"), ctx.formParam("client_secret"))
                    : new Shown(
                            grant,
                            body.path("client_id").asText(null),
                            body.path("client_secret").asText(null));
        }
    }
}
