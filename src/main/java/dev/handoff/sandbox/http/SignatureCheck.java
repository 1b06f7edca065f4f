package dev.handoff.sandbox.http;

import dev.handoff.fault.Answer;
import dev.handoff.vocabulary.SignatureStyle;
import dev.handoff.vocabulary.SystemSpec.Signature;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks signatures as the system itself would, on the bytes that came. What is refused, and why, is on record as the
 * answer, so that no verdict needs the secret or the signature afterwards.
 */
final class SignatureCheck {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern TIMED = Pattern.compile("t=(\\d{1,11})((?:,v\\d+=[0-9a-fA-F]+)+)");
    private static final Pattern FIRST_VERSION = Pattern.compile(",v1=([0-9a-fA-F]+)");
    private static final Pattern OF_BODY = Pattern.compile("sha256=([0-9a-fA-F]+)");

    private final Signature signature;
    private final SecretKeySpec key;

    SignatureCheck(Signature signature) {
        this.signature = signature;
        this.key = new SecretKeySpec(signature.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** How the request is refused, if its signature is missing, malformed, wrong or of another time. */
    Optional<Answer> refusal(HttpRequest request, Instant now) {
        return reason(request, now).map(SignatureCheck::unauthorized);
    }

    private Optional<String> reason(HttpRequest request, Instant now) {
        Optional<String> header = request.content().header(signature.header());
        if (header.isEmpty()) {
            return Optional.of("The header " + signature.header() + " is missing.");
        }
        if (request.content().cutAt() > 0) {
            return Optional.of("The body is too long for its signature to be checked.");
        }
        return signature.style() == SignatureStyle.GITHUB
                ? ofBody(header.get(), request.body())
                : timed(header.get(), request.body(), now);
    }

    private Optional<String> ofBody(String header, byte[] body) {
        Matcher form = OF_BODY.matcher(header);
        if (!form.matches()) {
            return Optional.of(signature.header() + " is not of the form sha256=HEX.");
        }
        return fits(form.group(1), body)
                ? Optional.empty()
                : Optional.of(signature.header() + " does not fit the body.");
    }

    private Optional<String> timed(String header, byte[] body, Instant now) {
        Matcher form = TIMED.matcher(header);
        if (!form.matches()) {
            return Optional.of(signature.header() + " is not of the form t=SECONDS,v1=HEX.");
        }
        long seconds = Long.parseLong(form.group(1));
        boolean ofBodyAlone = false;
        for (Matcher one = FIRST_VERSION.matcher(form.group(2)); one.find(); ) {
            if (fits(one.group(1), timed(seconds, body))) {
                return late(Instant.ofEpochSecond(seconds), now);
            }
            ofBodyAlone |= fits(one.group(1), body);
        }
        return Optional.of(signature.header() + " does not fit the time and the body"
                + (ofBodyAlone ? "; it fits the body alone." : "."));
    }

    private Optional<String> late(Instant signed, Instant now) {
        Duration apart = Duration.between(signed, now).abs();
        return apart.compareTo(signature.tolerance()) <= 0
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%s was made %d s away from now; %d s are tolerated.",
                        signature.header(),
                        apart.toSeconds(),
                        signature.tolerance().toSeconds()));
    }

    private static byte[] timed(long seconds, byte[] body) {
        byte[] time = (seconds + ".").getBytes(StandardCharsets.US_ASCII);
        byte[] signed = new byte[time.length + body.length];
        System.arraycopy(time, 0, signed, 0, time.length);
        System.arraycopy(body, 0, signed, time.length, body.length);
        return signed;
    }

    private boolean fits(String hex, byte[] signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return hex.length() % 2 == 0
                    && MessageDigest.isEqual(mac.doFinal(signed), HexFormat.of().parseHex(hex));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static Answer unauthorized(String reason) {
        return new Answer(
                401,
                Map.of(),
                "application/problem+json",
                "{\"title\":\"The signature is not accepted\",\"status\":401,\"detail\":\"" + reason + "\"}");
    }
}
