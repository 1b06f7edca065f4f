package shop.password;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import shop.clock.Clocks;
import shop.database.Transaction;
import shop.defect.Defects;
import shop.http.Problem;
import shop.token.LinkPurpose;
import shop.token.LinkToken;

/** The links to a new password: valid for an hour by the customer's clock, until the next is mailed, and once. */
final class ResetLinks {

    private static final LinkPurpose PURPOSE = new LinkPurpose("password-reset", Duration.ofHours(1));

    private final Supplier<String> publicUrl;
    private final Defects defects;

    ResetLinks(Supplier<String> publicUrl, Defects defects) {
        this.publicUrl = publicUrl;
        this.defects = defects;
    }

    Instant expiry(Transaction tx, String email) {
        Instant now = Clocks.now(tx, email);
        return defects.has(PasswordDefect.RESET_EXPIRY_IN_LOCAL_TIME)
                ? PURPOSE.expiryByWallClock(now, ZoneId.of("Asia/Tokyo"))
                : PURPOSE.expiry(now);
    }

    String to(Transaction tx, PasswordReset reset) {
        return publicUrl.get() + "/password/reset?token=" + PURPOSE.sign(tx, reset.id(), reset.expiresAt());
    }

    /** The request that a token opens. */
    PasswordReset open(Transaction tx, String text) {
        LinkToken token = read(tx, text).orElseThrow(ResetLinks::unknown);
        PasswordReset reset = PasswordResets.find(tx, token.id()).orElseThrow(ResetLinks::unknown);
        if (reset.used() && !defects.has(PasswordDefect.RESET_LINK_REUSABLE)) {
            throw Problem.gone("This link was used already.");
        }
        if (reset.replaced() && !defects.has(PasswordDefect.OLD_RESET_LINK_STAYS_VALID)) {
            throw Problem.gone("A newer link was mailed to you.");
        }
        if (token.hasExpired(Clocks.now(tx, reset.email()))) {
            throw Problem.gone("This link has expired.");
        }
        return reset;
    }

    private Optional<LinkToken> read(Transaction tx, String text) {
        return defects.has(PasswordDefect.TAMPERED_RESET_ACCEPTED) ? PURPOSE.claimed(text) : PURPOSE.verified(tx, text);
    }

    private static Problem unknown() {
        return Problem.notFound("This link is not known.");
    }
}
