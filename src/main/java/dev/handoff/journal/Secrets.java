package dev.handoff.journal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Which names are those of secrets, and what is written in a secret's stead. Equal secrets of one run have equal
 * replacements, so that they can still be compared, and no replacement tells the secret.
 */
final class Secrets {

    private static final Pattern SECRET_NAME = Pattern.compile(
            ".*(authorization|cookie|password|passwd|secret|token|api_?key|access_?key|private_?key|signing_?key"
                    + "|signature(_?\\d+)?|card_?number|cvc|cvv)");
    private static final int MOST_NAMES_KEPT = 10_000;

    private final Set<String> further;
    private final SecretKeySpec key;
    private final Map<String, Boolean> secretNames = new ConcurrentHashMap<>();

    /**
     * Those of one run.
     *
     * @param further names beside those that are secret everywhere
     */
    Secrets(Set<String> further) {
        this.further = further.stream().map(Names::normal).collect(Collectors.toSet());
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, "HmacSHA256");
    }

    boolean isSecret(String name) {
        Boolean known = secretNames.get(name);
        if (known != null) {
            return known;
        }
        String normal = Names.normal(name.substring(name.lastIndexOf('.') + 1));
        boolean secret = further.contains(normal) || SECRET_NAME.matcher(normal).matches();
        if (secretNames.size() < MOST_NAMES_KEPT) {
            secretNames.put(name, secret);
        }
        return secret;
    }

    String replacement(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] digest = mac.doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return "masked-" + HexFormat.of().formatHex(digest, 0, 4);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
