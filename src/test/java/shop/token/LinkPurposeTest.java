package shop.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class LinkPurposeTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final LinkPurpose invitation = new LinkPurpose("invitation", Duration.ofHours(72));

    @Test
    void aLinkOfOnePurposeOpensNothingOfAnother() {
        LinkToken token = new LinkToken("invitation", "inv_1", NOON);

        assertThat(invitation.claimed(token.written())).contains(token);
        assertThat(new LinkPurpose("password-reset", Duration.ofHours(1)).claimed(token.written()))
                .isEmpty();
    }

    @Test
    void noTokenSaysNothing() {
        assertThat(invitation.claimed(null)).isEmpty();
        assertThat(invitation.verified(null, null)).isEmpty();
    }

    @Test
    void aWallClockTakenForTheTimeEverywhereIsOffByItsZone() {
        assertThat(invitation.expiry(NOON)).isEqualTo("2026-03-04T12:00:00Z");
        assertThat(invitation.expiryByWallClock(NOON, ZoneId.of("America/Phoenix")))
                .isEqualTo("2026-03-04T05:00:00Z");
    }
}
