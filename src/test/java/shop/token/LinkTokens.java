package shop.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import shop.database.Transaction;

/** Signs tokens with a key that all Shops on one database share (HMAC-SHA256), and tells whether a token was signed so. */
public final class LinkTokens {

    public static final String TABLES = """
            create table if not exists signing_key (
                purpose text primary key,
                secret  text not null
            );
            insert into signing_key values ('links', gen_random_uuid()::text || gen_random_uuid()::text)
            on conflict do nothing;
            """;

    private static final String ALGORITHM = "HmacSHA256";

    private LinkTokens() {}

    static String sign(Transaction tx, LinkToken token) {
        return token.written() + "." + signature(tx, token.written());
    }

    /** What a token says, if it was signed here. */
    static Optional<LinkToken> verified(Transaction tx, String text) {
        int dot = text.indexOf('.');
        return dot > 0 && same(signature(tx, text.substring(0, dot)), text.substring(dot + 1))
                ? claimed(text)
                : Optional.empty();
    }

    /** What a token says, whoever wrote it. */
    static Optional<LinkToken> claimed(String text) {
        int dot = text.indexOf('.');
        return LinkToken.read(dot < 0 ? text : text.substring(0, dot));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String signature(Transaction tx, String written) {
        String secret = tx.first("select secret from signing_key where purpose = 'links'", row -> row.getString(1))
                .orElseThrow();
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(written.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
