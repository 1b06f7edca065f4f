package accounts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The partner that sends what was ordered. It takes signed webhooks only: {@code t=SECONDS,v1=HEX}, the HMAC-SHA256 of
 * the time, a dot and the body, not older than five minutes.
 */
final class Fulfilment implements Account {

    private static final String HEADER = "Shop-Signature";
    private static final Pattern SIGNATURE = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;
    private final Clock clock;
    private final Plain plain;

    Fulfilment(String secret, Clock clock) {
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.clock = clock;
        this.plain =
                new Plain("fulfilment", clock, this::check).taking("/v1/webhooks", "/v1/webhooks", 200, "received");
    }

    @Override
    public void addTo(RoutesConfig routes) {
        plain.addTo(routes);
    }

    private void check(Context ctx, ObjectNode content) {
        String header = ctx.header(HEADER);
        Matcher signature = SIGNATURE.matcher(header == null ? "" : header);
        if (!signature.matches()) {
            throw new Refused(401, "The webhook is not signed");
        }
        Instant signed = Instant.ofEpochSecond(Long.parseLong(signature.group(1)));
        if (Duration.between(signed, clock.instant()).abs().compareTo(TOLERANCE) > 0) {
            throw new Refused(401, "The signature is too old");
        }
        if (!Tokens.same(digest(signature.group(1) + "." + ctx.body()), signature.group(2))) {
            throw new Refused(401, "The signature is not that of the body");
        }
    }

    private String digest(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
