package shop.token;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * What a link says.
 *
 * @param purpose what it may be used for; a link of one kind opens nothing of another
 * @param id what it is about
 */
public record LinkToken(String purpose, String id, Instant expiresAt) {

    private static final int PARTS = 3;

    public boolean hasExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    String written() {
        String text = purpose + " " + id + " " + expiresAt.getEpochSecond();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Optional<LinkToken> read(String written) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8).split(" ");
            return parts.length == PARTS
                    ? Optional.of(new LinkToken(parts[0], parts[1], Instant.ofEpochSecond(Long.parseLong(parts[2]))))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            return Optional.empty();
        }
    }
}
