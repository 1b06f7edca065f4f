package shop.fulfilment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves to a partner who sent a request, what, and when: {@code t=1763740000,v1=…}, where v1 is the HMAC-SHA256 of the
 * time in seconds, a dot and the body.
 */
final class Signature {

    static final String HEADER = "Shop-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    Signature(String secret) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    String of(String body, Instant at) {
        return header(at, at.getEpochSecond() + "." + body);
    }

    String withoutTime(String body, Instant at) {
        return header(at, body);
    }

    private String header(Instant at, String signed) {
        return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(digest(signed));
    }

    private byte[] digest(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
