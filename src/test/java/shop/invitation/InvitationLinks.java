package shop.invitation;

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

/** The links in invitations: valid for three days by the colleague's clock, and until they have been used. */
final class InvitationLinks {

    private static final LinkPurpose PURPOSE = new LinkPurpose("invitation", Duration.ofHours(72));
    private static final String STAGING = "/staging";

    private final Supplier<String> publicUrl;
    private final Defects defects;

    InvitationLinks(Supplier<String> publicUrl, Defects defects) {
        this.publicUrl = publicUrl;
        this.defects = defects;
    }

    Instant expiry(Transaction tx, String email) {
        Instant now = Clocks.now(tx, email);
        return defects.has(InvitationDefect.INVITATION_EXPIRY_IN_LOCAL_TIME)
                ? PURPOSE.expiryByWallClock(now, ZoneId.of("America/Phoenix"))
                : PURPOSE.expiry(now);
    }

    String to(Transaction tx, Invitation invitation) {
        String token = PURPOSE.sign(tx, invitation.id(), invitation.expiresAt());
        String environment = defects.has(InvitationDefect.INVITATION_LINK_FOR_ANOTHER_ENVIRONMENT) ? STAGING : "";
        return publicUrl.get() + environment + "/invitations/accept?token=" + token;
    }

    /** The invitation that a token opens. */
    Invitation open(Transaction tx, String text) {
        LinkToken token = read(tx, text).orElseThrow(InvitationLinks::unknown);
        Invitation invitation = Invitations.find(tx, token.id()).orElseThrow(InvitationLinks::unknown);
        if (invitation.accepted() && !defects.has(InvitationDefect.INVITATION_LINK_REUSABLE)) {
            throw Problem.gone("This invitation was accepted already.");
        }
        if (token.hasExpired(Clocks.now(tx, invitation.email()))
                && !defects.has(InvitationDefect.INVITATION_NEVER_EXPIRES)) {
            throw Problem.gone("This invitation has expired. Ask your colleague for another one.");
        }
        return invitation;
    }

    private Optional<LinkToken> read(Transaction tx, String text) {
        return defects.has(InvitationDefect.TAMPERED_INVITATION_ACCEPTED)
                ? PURPOSE.claimed(text)
                : PURPOSE.verified(tx, text);
    }

    private static Problem unknown() {
        return Problem.notFound("This invitation link is not known.");
    }
}
