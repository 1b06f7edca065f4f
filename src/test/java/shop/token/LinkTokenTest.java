package shop.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTokenTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void whatIsWrittenCanBeRead() {
        LinkToken token = new LinkToken("invitation", "inv_1", NOON);

        assertThat(LinkToken.read(token.written())).contains(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "aW52", "aW52IGEgYg", "aW52IGEgOTk5OTk5OTk5OTk5OTk5OTk5"})
    void whatIsNoTokenIsNotRead(String text) {
        assertThat(LinkToken.read(text)).isEmpty();
    }

    @Test
    void aTokenHasExpiredAtItsLastInstant() {
        LinkToken token = new LinkToken("invitation", "inv_1", NOON);

        assertThat(token.hasExpired(NOON.minusMillis(1))).isFalse();
        assertThat(token.hasExpired(NOON)).isTrue();
    }
}
