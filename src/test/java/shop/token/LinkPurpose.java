package shop.token;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import shop.database.Transaction;

/**
 * What links are mailed for; a link of one purpose opens nothing of another.
 *
 * @param valid for how long
 */
public record LinkPurpose(String name, Duration valid) {

    public Instant expiry(Instant now) {
        return now.plus(valid);
    }

    /** The same by the clock on the wall of an office, taken for the time everywhere. */
    public Instant expiryByWallClock(Instant now, ZoneId office) {
        return LocalDateTime.ofInstant(now, office).plus(valid).toInstant(ZoneOffset.UTC);
    }

    public String sign(Transaction tx, String id, Instant expiresAt) {
        return LinkTokens.sign(tx, new LinkToken(name, id, expiresAt));
    }

    /** What a token says, if it was signed here for this. */
    public Optional<LinkToken> verified(Transaction tx, String text) {
        return Optional.ofNullable(text)
                .flatMap(token -> LinkTokens.verified(tx, token))
                .filter(this::isFor);
    }

    /** What a token for this says, whoever wrote it. */
    public Optional<LinkToken> claimed(String text) {
        return Optional.ofNullable(text).flatMap(LinkTokens::claimed).filter(this::isFor);
    }

    private boolean isFor(LinkToken token) {
        return token.purpose().equals(name);
    }
}
