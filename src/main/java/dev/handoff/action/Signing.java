package dev.handoff.action;

import dev.handoff.vocabulary.ActionSpec;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests as senders of webhooks do.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104</a>
 */
final class Signing {

    private static final String HMAC_SHA_256 = "HmacSHA256";

    private Signing() {}

    /**
     * The value of the signature's header.
     *
     * @throws ActionFailed when the secret is empty
     */
    static String of(String body, ActionSpec.Signature signature, Values values) {
        byte[] secret = signature.secret().text(values).getBytes(StandardCharsets.UTF_8);
        if (secret.length == 0) {
            throw new ActionFailed("the secret that signs \"" + signature.header() + "\" is empty");
        }
        try {
            Mac mac = Mac.getInstance(HMAC_SHA_256);
            mac.init(new SecretKeySpec(secret, HMAC_SHA_256));
            return signature.prefix() + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JVM has " + HMAC_SHA_256, impossible);
        }
    }
}
